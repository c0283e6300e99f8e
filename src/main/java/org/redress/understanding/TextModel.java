package org.redress.understanding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.text.Phrases;
import org.redress.understanding.Weights.Known;
import org.redress.understanding.feature.Bag;
import org.redress.understanding.feature.TextFeatures;

/** A linear model that guesses a label of a text. Immutable and safe for many threads. */
public final class TextModel {

  private static final int MOST_WORDS = 5;

  /** What speaks less than this share of the loudest is not named. */
  private static final double HEARD = 0.2;

  private final Card card;
  private final Weights weights;
  private final Phrases vocabulary;

  /** A model as it was learnt. */
  public TextModel(Card card, Weights weights) {
    this.card = card;
    this.weights = weights;
    this.vocabulary = vocabulary(card.phrases());
  }

  /** Phrases under names, ready to be looked for. */
  public static Phrases vocabulary(Map<String, List<String>> phrases) {
    return new Phrases(
        phrases.entrySet().stream()
            .flatMap(word -> word.getValue().stream().map(p -> new Phrases.Named(word.getKey(), p)))
            .toList());
  }

  /** What the model says of itself. */
  public Card card() {
    return card;
  }

  Weights weights() {
    return weights;
  }

  /** What it takes a text of any length and content for. */
  public Guess guess(String text) {
    var bag = TextFeatures.of(text, vocabulary);
    var known = weights.known(bag);
    var probabilities = card.calibration().probabilities(weights.scores(known));
    int best = Calibration.best(probabilities);
    double confidence =
        known.features().length == 0 || known.share(bag) < card.leastKnown()
            ? 0 // a text of another world
            : card.calibration().confidence(probabilities[best]);
    return new Guess(
        card.labels().get(best),
        confidence,
        confidence >= card.threshold(),
        words(bag, known, best, secondBest(probabilities, best)));
  }

  private static int secondBest(double[] probabilities, int best) {
    var others = Arrays.copyOf(probabilities, probabilities.length);
    others[best] = -1;
    return Calibration.best(others);
  }

  /** The words that spoke most for one label and against the other. */
  private List<String> words(Bag bag, Known known, int label, int other) {
    var speaks = new double[known.features().length];
    double loudest = 0;
    for (int i = 0; i < speaks.length; i++) {
      int feature = known.features()[i];
      speaks[i] =
          known.values()[i] * (weights.weight(feature, label) - weights.weight(feature, other));
      loudest = Math.max(loudest, speaks[i]);
    }
    var strength = new HashMap<Long, Double>();
    for (int i = 0; i < speaks.length; i++) {
      if (Math.abs(speaks[i]) > HEARD * loudest) {
        strength.merge(bag.place(known.places()[i]), speaks[i], Double::sum);
      }
    }
    var strongest =
        strength.entrySet().stream()
            .filter(place -> place.getValue() > 0 && bag.length(place.getKey()) > 1)
            .sorted(
                Comparator.comparingDouble((Map.Entry<Long, Double> place) -> -place.getValue())
                    .thenComparing(Map.Entry::getKey))
            .limit(MOST_WORDS * 4L)
            .map(place -> bag.words(place.getKey()))
            .toList();
    return different(strongest);
  }

  /** Without those that are in a stronger one, or around it. */
  private static List<String> different(List<String> strongest) {
    var words = new ArrayList<String>();
    for (var word : strongest) {
      if (words.size() < MOST_WORDS
          && words.stream().noneMatch(w -> w.contains(word) || word.contains(w))) {
        words.add(word);
      }
    }
    return List.copyOf(words);
  }
}
