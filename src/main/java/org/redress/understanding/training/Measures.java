package org.redress.understanding.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How good guesses are on labelled texts.
 *
 * @param texts how many
 * @param accuracy share of right guesses
 * @param macroF1 mean of the labels' F1, each label counting once
 * @param balancedAccuracy what the accuracy would be were all labels equally frequent
 * @param labels the labels that occur
 * @param confusion how often what was taken for what: right label, guess, number
 * @param calibration whether confidences are as good as they say
 * @param sure the guesses on which the model did not abstain
 */
public record Measures(
    int texts,
    double accuracy,
    double macroF1,
    double balancedAccuracy,
    List<OfLabel> labels,
    Map<String, Map<String, Integer>> confusion,
    OfCalibration calibration,
    Share sure) {

  /** One label. */
  public record OfLabel(String label, int texts, double precision, double recall, double f1) {}

  /**
   * Stated against true confidence.
   *
   * @param error mean distance of both (expected calibration error)
   */
  public record OfCalibration(double error, List<Bin> bins) {}

  /** Guesses of about the same confidence. */
  public record Bin(double from, double to, int texts, double confidence, double accuracy) {}

  /** A part of the texts and how many of its guesses are right. */
  public record Share(double share, double accuracy) {}

  /** A guess beside the truth. */
  record Guessed(String label, String guess, double confidence, boolean sure) {

    boolean right() {
      return label.equals(guess);
    }
  }

  private static final int BINS = 10;

  static Measures of(List<Guessed> guesses) {
    var confusion = new TreeMap<String, Map<String, Integer>>();
    for (var guess : guesses) {
      confusion
          .computeIfAbsent(guess.label(), label -> new TreeMap<>())
          .merge(guess.guess(), 1, Integer::sum);
    }
    var labels = confusion.keySet().stream().map(label -> ofLabel(label, confusion)).toList();
    return new Measures(
        guesses.size(),
        right(guesses),
        labels.stream().mapToDouble(OfLabel::f1).average().orElse(0),
        labels.stream().mapToDouble(OfLabel::recall).average().orElse(0),
        labels,
        confusion,
        calibration(guesses),
        share(guesses));
  }

  private static double right(List<Guessed> guesses) {
    return guesses.stream().mapToInt(guess -> guess.right() ? 1 : 0).average().orElse(0);
  }

  private static OfLabel ofLabel(String label, Map<String, Map<String, Integer>> confusion) {
    int right = confusion.get(label).getOrDefault(label, 0);
    int texts = confusion.get(label).values().stream().mapToInt(Integer::intValue).sum();
    int guessed = confusion.values().stream().mapToInt(g -> g.getOrDefault(label, 0)).sum();
    double f1 = 2.0 * right / (texts + guessed);
    return new OfLabel(
        label, texts, guessed == 0 ? 0 : (double) right / guessed, (double) right / texts, f1);
  }

  private static OfCalibration calibration(List<Guessed> guesses) {
    var bins = new ArrayList<Bin>();
    double error = 0;
    for (int i = 0; i < BINS; i++) {
      double from = (double) i / BINS;
      double to = (double) (i + 1) / BINS;
      var last = i == BINS - 1;
      var in =
          guesses.stream()
              .filter(g -> g.confidence() >= from && (last || g.confidence() < to))
              .toList();
      if (!in.isEmpty()) {
        double stated = in.stream().mapToDouble(Guessed::confidence).average().orElse(0);
        bins.add(new Bin(from, to, in.size(), stated, right(in)));
        error += Math.abs(stated - right(in)) * in.size() / guesses.size();
      }
    }
    return new OfCalibration(error, List.copyOf(bins));
  }

  private static Share share(List<Guessed> guesses) {
    var sure = guesses.stream().filter(Guessed::sure).toList();
    return new Share(guesses.isEmpty() ? 0 : (double) sure.size() / guesses.size(), right(sure));
  }
}
