package org.redress.understanding.phrase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Finds phrases that come far more often with one label than with the others, by the log-likelihood
 * ratio (T. Dunning, Accurate Methods for the Statistics of Surprise and Coincidence, Computational
 * Linguistics 19, 1993), which unlike other tests can be trusted with few texts.
 */
public final class Marking {

  private static final int LEAST_TEXTS = 3;
  private static final double BY_CHANCE_ONCE_IN_A_THOUSAND = 10.83;
  private static final int MOST_SAMPLES = 3;

  private final List<Labelled> texts;
  private final Map<String, Integer> ofLabel = new HashMap<>();

  /** A text and what it is about. */
  public record Labelled(String text, String label) {}

  /** Prepares to look. */
  public Marking(List<Labelled> texts) {
    this.texts = texts;
    texts.forEach(text -> ofLabel.merge(text.label(), 1, Integer::sum));
  }

  /** In which texts a phrase stands. */
  private record Places(Map<String, List<Integer>> byLabel) {

    int all() {
      return byLabel.values().stream().mapToInt(List::size).sum();
    }
  }

  /**
   * The phrases that mark a label most, of each only one wording.
   *
   * @param known phrases that are held already, or must not be given
   */
  public List<Mark> marks(Predicate<String> known, int most) {
    var marks = new ArrayList<Mark>();
    places()
        .forEach(
            (phrase, places) -> {
              var mark = best(phrase, places);
              if (mark.score() >= BY_CHANCE_ONCE_IN_A_THOUSAND
                  && mark.inside() >= LEAST_TEXTS
                  && !known.test(phrase)) {
                marks.add(mark);
              }
            });
    marks.sort(
        Comparator.comparingDouble((Mark mark) -> -mark.score())
            .thenComparing(mark -> -mark.phrase().length())
            .thenComparing(Mark::phrase));
    var different = new ArrayList<Mark>();
    for (var mark : marks) {
      if (different.size() < most && different.stream().noneMatch(other -> overlap(other, mark))) {
        different.add(mark);
      }
    }
    return different;
  }

  private static boolean overlap(Mark one, Mark other) {
    return one.label().equals(other.label())
        && (one.phrase().contains(other.phrase())
            || other.phrase().contains(one.phrase())
            || shareTwoCharacters(one.phrase(), other.phrase()));
  }

  /** In Chinese these are mostly cuts of the same words at different places. */
  private static boolean shareTwoCharacters(String one, String other) {
    for (int from = 0; from + 2 <= one.length(); from++) {
      if (Character.isIdeographic(one.charAt(from))
          && other.contains(one.substring(from, from + 2))) {
        return true;
      }
    }
    return false;
  }

  /** The phrases that stand in enough texts; counted first, so that only those are kept. */
  private Map<String, Places> places() {
    var counts = new int[1 << 20];
    for (var text : texts) {
      Candidates.of(text.text()).forEach(phrase -> counts[place(phrase, counts.length)]++);
    }
    var places = new HashMap<String, Places>();
    for (int number = 0; number < texts.size(); number++) {
      var text = texts.get(number);
      for (var phrase : Candidates.of(text.text())) {
        if (counts[place(phrase, counts.length)] >= LEAST_TEXTS) {
          places
              .computeIfAbsent(phrase, any -> new Places(new HashMap<>()))
              .byLabel()
              .computeIfAbsent(text.label(), any -> new ArrayList<>())
              .add(number);
        }
      }
    }
    return places;
  }

  private static int place(String phrase, int size) {
    var hash = phrase.hashCode();
    return (hash ^ hash >>> 15) & size - 1;
  }

  private Mark best(String phrase, Places places) {
    var all = places.all();
    return places.byLabel().entrySet().stream()
        .map(
            of ->
                new Mark(
                    phrase,
                    of.getKey(),
                    of.getValue().size(),
                    all - of.getValue().size(),
                    score(of.getValue().size(), all, ofLabel.get(of.getKey())),
                    of.getValue().stream().limit(MOST_SAMPLES).toList()))
        .max(Comparator.comparingDouble(Mark::score))
        .orElseThrow();
  }

  /** The ratio for a phrase in {@code inside} of the label's texts, negative when it is rarer. */
  private double score(int inside, int having, int label) {
    double n = texts.size();
    var outside = having - inside;
    var without = label - inside;
    var neither = n - having - without;
    var sum =
        term(inside, having * (label / n))
            + term(outside, having * ((n - label) / n))
            + term(without, (n - having) * (label / n))
            + term(neither, (n - having) * ((n - label) / n));
    return (inside > having * (label / n) ? 2 : -2) * sum;
  }

  private static double term(double seen, double expected) {
    return seen == 0 ? 0 : seen * Math.log(seen / expected);
  }
}
