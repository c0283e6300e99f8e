package org.redress.understanding.training;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.redress.understanding.Weights;
import org.redress.understanding.feature.Bag;
import org.redress.understanding.feature.Bag.Kind;

/** Learns the weights of one label against the rest by a linear support vector machine. */
final class Learning {

  /** Rarer words say nothing about other texts. */
  private static final int LEAST_TEXTS = 2;

  private static final int LEAST_TEXTS_APART = 4;

  /** How many weights a model keeps at most: those of the features that speak loudest. */
  private static final int MOST_WEIGHTS = 400_000;

  private static final double COST = 0.7;
  private static final double PRECISION = 0.05;
  private static final float NEVER_SEEN = -1;
  private static final double ONE_SIDED = 0.3;

  private final Bag[] bags;
  private final int[] labels;
  private final int count;
  private final long seed;

  /**
   * Prepares to learn.
   *
   * @param labels by bag, from 0
   * @param count how many labels there are; some may have no bag
   */
  Learning(Bag[] bags, int[] labels, int count, long seed) {
    this.bags = bags;
    this.labels = labels;
    this.count = count;
    this.seed = seed;
  }

  Weights learn() {
    var known = dictionary();
    var problem = new Problem();
    problem.l = bags.length;
    problem.y = IntStream.of(labels).asDoubleStream().toArray();
    problem.x = new Feature[bags.length][];
    int features = known.keys.length;
    problem.n = features + 1;
    var empty = new Weights(known.keys, known.rarity, new float[0], new float[count]);
    for (int text = 0; text < bags.length; text++) {
      problem.x[text] = vector(empty.known(bags[text]), problem.n);
    }
    Linear.disableDebugOutput();
    return pruned(known, Linear.train(problem, parameter()));
  }

  private record Dictionary(int[] keys, float[] rarity) {}

  private Dictionary dictionary() {
    var texts = new HashMap<Integer, int[]>();
    for (int text = 0; text < bags.length; text++) {
      var bag = bags[text];
      for (int place = 0; place < bag.size(); place++) {
        var byLabel = texts.computeIfAbsent(bag.key(place), key -> new int[count == 2 ? 2 : 1]);
        byLabel[labels[text] % byLabel.length]++;
      }
    }
    var keys =
        texts.entrySet().stream()
            .filter(e -> sum(e.getValue()) >= leastTexts(Bag.kind(e.getKey())))
            .mapToInt(Map.Entry::getKey)
            .sorted()
            .toArray();
    var rarity = new float[keys.length];
    var ofFirst = IntStream.of(labels).filter(label -> label == 0).count();
    for (int feature = 0; feature < keys.length; feature++) {
      var byLabel = texts.get(keys[feature]);
      double share = (1.0 + bags.length) / (1 + sum(byLabel));
      rarity[feature] =
          Bag.kind(keys[feature]) == Kind.PHRASE
              ? 1
              : (float) ((1 + Math.log(share)) * oneSidedness(byLabel, ofFirst));
    }
    return new Dictionary(keys, rarity);
  }

  private static int leastTexts(Kind kind) {
    return switch (kind) {
      case PHRASE -> 1;
      case APART -> LEAST_TEXTS_APART;
      default -> LEAST_TEXTS;
    };
  }

  private static int sum(int[] numbers) {
    return IntStream.of(numbers).sum();
  }

  /**
   * Of two labels, what comes with one of them is heard louder, as in a naive Bayes classifier; of
   * more labels all features are heard alike.
   */
  private double oneSidedness(int[] texts, double ofFirst) {
    if (texts.length == 1) {
      return 1;
    }
    double one = (texts[0] + 1) / (ofFirst + 2);
    double other = (texts[1] + 1) / (labels.length - ofFirst + 2);
    return 1 - ONE_SIDED + ONE_SIDED * Math.abs(Math.log(one / other));
  }

  /** The last feature is always there: what holds before anything is read. */
  private static Feature[] vector(Weights.Known known, int last) {
    int size = known.features().length;
    var vector = new Feature[size + 1];
    for (int i = 0; i < size; i++) {
      vector[i] = new FeatureNode(known.features()[i] + 1, known.values()[i]);
    }
    vector[size] = new FeatureNode(last, 1);
    Arrays.sort(vector, Comparator.comparingInt(Feature::getIndex));
    return vector;
  }

  /** A mistake on a rare label weighs as much more as the label is rarer. */
  private Parameter parameter() {
    var parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, COST, PRECISION);
    var texts = new int[count];
    IntStream.of(labels).forEach(label -> texts[label]++);
    var weights = new double[count];
    for (int label = 0; label < count; label++) {
      weights[label] = (double) labels.length / count / Math.max(1, texts[label]);
    }
    parameter.setWeights(weights, IntStream.range(0, count).toArray());
    parameter.setRandom(new Random(seed));
    return parameter;
  }

  private Weights pruned(Dictionary all, Model model) {
    var byFeature = byFeature(model, all.keys.length + 1);
    int features = all.keys.length;
    var kept =
        IntStream.range(0, features)
            .boxed()
            .sorted(Comparator.comparingDouble(f -> -loudness(byFeature, f) * all.rarity[f]))
            .limit(MOST_WEIGHTS / count)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray();
    var weights = new float[kept.length * count];
    var keys = new int[kept.length];
    var rarity = new float[kept.length];
    for (int i = 0; i < kept.length; i++) {
      keys[i] = all.keys[kept[i]];
      rarity[i] = all.rarity[kept[i]];
      System.arraycopy(byFeature, kept[i] * count, weights, i * count, count);
    }
    var bias = Arrays.copyOfRange(byFeature, features * count, (features + 1) * count);
    return new Weights(keys, rarity, weights, bias);
  }

  private float[] byFeature(Model model, int features) {
    var byFeature = new float[features * count];
    Arrays.fill(byFeature, (features - 1) * count, features * count, NEVER_SEEN);
    var learnt = model.getFeatureWeights();
    var order = model.getLabels();
    var two = order.length == 2; // then only the first has weights, and the other the opposite
    for (int feature = 0; feature < features; feature++) {
      for (int label = 0; label < order.length; label++) {
        double weight =
            two
                ? learnt[feature] * (label == 0 ? 0.5 : -0.5)
                : learnt[feature * order.length + label];
        byFeature[feature * count + order[label]] = (float) weight;
      }
    }
    return byFeature;
  }

  private double loudness(float[] byFeature, int feature) {
    double loudest = 0;
    for (int label = 0; label < count; label++) {
      loudest = Math.max(loudest, Math.abs(byFeature[feature * count + label]));
    }
    return loudest;
  }
}
