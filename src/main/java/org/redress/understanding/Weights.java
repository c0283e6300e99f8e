package org.redress.understanding;

import java.util.Arrays;
import org.redress.understanding.feature.Bag;
import org.redress.understanding.feature.Bag.Kind;

/**
 * What a linear model has learnt: how rare each feature is and how much it speaks for each label.
 * Words, parts of words and phrases are scaled each by themselves, so that long texts speak no
 * louder than short ones.
 */
public final class Weights {

  /** Phrases are few and chosen by people: they are heard unscaled, at this strength. */
  private static final double PHRASE_STRENGTH = 0.3;

  private static final int KINDS = Kind.values().length;

  private final int[] keys;
  private final float[] rarity;
  private final float[] byFeature;
  private final float[] bias;
  private final int[] slots;

  /**
   * Learnt weights.
   *
   * @param keys the features, each once
   * @param rarity by feature, greater than 0
   * @param byFeature how much it speaks for a label: {@code [feature * labels + label]}
   * @param bias by label: what holds before anything is read
   */
  public Weights(int[] keys, float[] rarity, float[] byFeature, float[] bias) {
    this.keys = keys;
    this.rarity = rarity;
    this.byFeature = byFeature;
    this.bias = bias;
    this.slots = new int[Integer.highestOneBit(Math.max(1, keys.length)) * 4];
    for (int feature = 0; feature < keys.length; feature++) {
      int slot = firstSlot(keys[feature]);
      while (slots[slot] != 0) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = feature + 1;
    }
  }

  private int firstSlot(int key) {
    return key * 0x9E3779B9 >>> 3 & slots.length - 1;
  }

  /** The number of a feature, or -1 when it is not known. */
  public int feature(int key) {
    int slot = firstSlot(key);
    while (slots[slot] != 0) {
      int feature = slots[slot] - 1;
      if (keys[feature] == key) {
        return feature;
      }
      slot = slot + 1 & slots.length - 1;
    }
    return -1;
  }

  /** How many labels there are. */
  public int labels() {
    return bias.length;
  }

  int features() {
    return keys.length;
  }

  int key(int feature) {
    return keys[feature];
  }

  float rarity(int feature) {
    return rarity[feature];
  }

  float weight(int feature, int label) {
    return byFeature[feature * bias.length + label];
  }

  float bias(int label) {
    return bias[label];
  }

  /**
   * The known features of a text with their values.
   *
   * @param places by known feature, its number in the bag
   * @param features by known feature, its number here
   */
  public record Known(int[] places, int[] features, double[] values) {

    /** The share of a text's features that is known. */
    public double share(Bag bag) {
      return (double) features.length / Math.max(1, bag.size());
    }
  }

  /** What of a text is known, scaled as it was in learning. */
  public Known known(Bag bag) {
    var places = new int[bag.size()];
    var features = new int[bag.size()];
    var values = new double[bag.size()];
    var squares = new double[KINDS];
    int size = 0;
    for (int place = 0; place < bag.size(); place++) {
      int feature = feature(bag.key(place));
      if (feature >= 0) {
        places[size] = place;
        features[size] = feature;
        int count = bag.count(place);
        values[size] = (count == 1 ? 1 : 1 + Math.log(count)) * rarity[feature];
        squares[kind(feature)] += values[size] * values[size];
        size++;
      }
    }
    var scales = new double[KINDS];
    for (int kind = 0; kind < KINDS; kind++) {
      scales[kind] = scale(kind, squares);
    }
    for (int i = 0; i < size; i++) {
      values[i] *= scales[kind(features[i])];
    }
    return new Known(
        Arrays.copyOf(places, size), Arrays.copyOf(features, size), Arrays.copyOf(values, size));
  }

  private int kind(int feature) {
    return Bag.kind(keys[feature]).ordinal();
  }

  private static double scale(int kind, double[] squares) {
    return kind == Kind.PHRASE.ordinal() ? PHRASE_STRENGTH : 1 / Math.sqrt(squares[kind]);
  }

  /** How much a text speaks for each label; not yet a probability. */
  public double[] scores(Known known) {
    var scores = new double[bias.length];
    for (int label = 0; label < scores.length; label++) {
      scores[label] = bias[label];
    }
    for (int i = 0; i < known.features.length; i++) {
      double value = known.values[i];
      int at = known.features[i] * scores.length;
      for (int label = 0; label < scores.length; label++) {
        scores[label] += value * byFeature[at + label];
      }
    }
    return scores;
  }
}
