package org.redress.understanding.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.redress.understanding.Calibration;
import org.redress.understanding.Card;
import org.redress.understanding.TextModel;
import org.redress.understanding.Weights;
import org.redress.understanding.feature.Bag;
import org.redress.understanding.feature.TextFeatures;

/**
 * Learns a model. Every part of the texts is held back once while a model learns from the others;
 * these guesses measure and calibrate, then the model learns from all. The same examples and
 * settings always give the same model.
 */
public final class Training {

  private static final int PARTS = 5;
  private static final int RARE = 50;

  private final List<Example> examples;
  private final Settings settings;
  private final List<String> names;
  private final int[] labels;
  private final Bag[] bags;

  /**
   * How to learn.
   *
   * @param data where the examples come from, for people to read
   * @param seed of the split
   * @param balance 0: labels will be as frequent as in the examples; 1: all equally frequent
   * @param threshold the least confidence at which the model does not abstain
   * @param phrases a vocabulary to learn with, by name; may be empty
   */
  public record Settings(
      List<String> data,
      long seed,
      double balance,
      double threshold,
      Map<String, List<String>> phrases) {}

  /**
   * What came of it.
   *
   * @param heldOut how good it was on texts held back, measured with calibrations that had not seen
   *     them
   */
  public record Trained(TextModel model, Measures heldOut) {}

  /**
   * The examples of those labels that have so many different texts that each part can hold some;
   * none when that leaves no choice between labels.
   */
  public static List<Example> learnable(List<Example> examples) {
    var groups = Duplicates.groups(examples.stream().map(Example::text).toList());
    var different = new HashMap<String, Set<Integer>>();
    for (int text = 0; text < groups.length; text++) {
      different.computeIfAbsent(examples.get(text).label(), l -> new HashSet<>()).add(groups[text]);
    }
    different.values().removeIf(texts -> texts.size() < PARTS);
    return different.size() < 2
        ? List.of()
        : examples.stream().filter(example -> different.containsKey(example.label())).toList();
  }

  /** Prepares examples, at least two of each label. */
  public Training(List<Example> examples, Settings settings) {
    this.examples = examples;
    this.settings = settings;
    this.names = examples.stream().map(Example::label).distinct().sorted().toList();
    this.labels = examples.stream().mapToInt(e -> names.indexOf(e.label())).toArray();
    var vocabulary = TextModel.vocabulary(settings.phrases());
    this.bags =
        examples.stream()
            .map(e -> TextFeatures.of(e.text(), vocabulary).packed())
            .toArray(Bag[]::new);
  }

  /** Learns, measures, calibrates. */
  public Trained train() {
    var groups = Duplicates.groups(examples.stream().map(Example::text).toList());
    var parts = Folds.of(labels, groups, PARTS, settings.seed());
    var scores = new double[bags.length][];
    var shares = new double[bags.length];
    for (int part = 0; part < PARTS; part++) {
      var weights = learn(Folds.texts(parts, part, false));
      for (int text : Folds.texts(parts, part, true)) {
        var known = weights.known(bags[text]);
        scores[text] = weights.scores(known);
        shares[text] = known.share(bags[text]);
      }
    }
    var measured = Measures.of(guesses(scores, parts));
    var all = IntStream.range(0, bags.length).toArray();
    var card = card(measured, leastKnown(shares), calibration(scores, all));
    return new Trained(new TextModel(card, learn(all)), measured);
  }

  private Weights learn(int[] texts) {
    return new Learning(
            IntStream.of(texts).mapToObj(text -> bags[text]).toArray(Bag[]::new),
            IntStream.of(texts).map(labelOf()).toArray(),
            names.size(),
            settings.seed())
        .learn();
  }

  private IntUnaryOperator labelOf() {
    return text -> labels[text];
  }

  private Calibration calibration(double[][] scores, int[] texts) {
    return new Calibrating(
            IntStream.of(texts).mapToObj(text -> scores[text]).toArray(double[][]::new),
            IntStream.of(texts).map(labelOf()).toArray(),
            names.size(),
            settings.balance())
        .learn();
  }

  private List<Measures.Guessed> guesses(double[][] scores, int[] parts) {
    var guesses = new ArrayList<Measures.Guessed>();
    for (int part = 0; part < PARTS; part++) {
      var calibration = calibration(scores, Folds.texts(parts, part, false));
      for (int text : Folds.texts(parts, part, true)) {
        var probabilities = calibration.probabilities(scores[text]);
        int best = Calibration.best(probabilities);
        double confidence = calibration.confidence(probabilities[best]);
        guesses.add(
            new Measures.Guessed(
                examples.get(text).label(),
                names.get(best),
                confidence,
                confidence >= settings.threshold()));
      }
    }
    return guesses;
  }

  /** Half of what nearly every text held back came to. */
  private static double leastKnown(double[] shares) {
    var sorted = shares.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / RARE] / 2;
  }

  private Card card(Measures measured, double leastKnown, Calibration calibration) {
    var counts = new TreeMap<String, Integer>();
    examples.forEach(example -> counts.merge(example.label(), 1, Integer::sum));
    return new Card(
        names,
        counts,
        settings.data(),
        settings.seed(),
        measured.accuracy(),
        measured.macroF1(),
        settings.threshold(),
        leastKnown,
        calibration,
        settings.phrases());
  }
}
