package org.redress.understanding;

/**
 * Turns scores into probabilities and the greatest of these into a confidence. All numbers were
 * learnt on texts held back in training.
 *
 * @param scale for all scores
 * @param offsets by label, added to the scaled scores
 * @param slope of the confidence over the log odds of the greatest probability
 * @param intercept of the same line
 */
public record Calibration(double scale, double[] offsets, double slope, double intercept) {

  private static final double ALMOST_NONE = 1e-9;

  /** How probable each label is, by weight of the labels in learning. */
  public double[] probabilities(double[] scores) {
    var probabilities = new double[scores.length];
    double greatest = Double.NEGATIVE_INFINITY;
    for (int label = 0; label < scores.length; label++) {
      probabilities[label] = scale * scores[label] + offsets[label];
      greatest = Math.max(greatest, probabilities[label]);
    }
    double sum = 0;
    for (int label = 0; label < scores.length; label++) {
      probabilities[label] = Math.exp(probabilities[label] - greatest);
      sum += probabilities[label];
    }
    for (int label = 0; label < scores.length; label++) {
      probabilities[label] /= sum;
    }
    return probabilities;
  }

  /** How often a guess of this probability is right. */
  public double confidence(double probability) {
    return 1 / (1 + Math.exp(-slope * logOdds(probability) - intercept));
  }

  /** The log odds of a probability, finite for every one. */
  public static double logOdds(double probability) {
    return Math.log((probability + ALMOST_NONE) / (1 - probability + ALMOST_NONE));
  }

  /** The label of the greatest probability. */
  public static int best(double[] probabilities) {
    int best = 0;
    for (int label = 1; label < probabilities.length; label++) {
      if (probabilities[label] > probabilities[best]) {
        best = label;
      }
    }
    return best;
  }
}
