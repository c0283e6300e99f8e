package org.redress.understanding.training;

import java.util.Arrays;
import org.redress.understanding.Calibration;

/**
 * Learns from held-back texts how scores become probabilities: one scale, an offset a label (vector
 * scaling), then a line through the log odds of the guess (Platt's method). All by Newton's steps
 * on one number at a time.
 */
final class Calibrating {

  private static final int STEPS = 400;
  private static final double HALF_STEP = 0.5;
  private static final double CLOSE = 1e-5;
  private static final double RIDGE = 1e-4;

  private final double[][] scores;
  private final int[] labels;
  private final double[] weights;
  private double scale = 1;
  private final double[] offsets;

  /**
   * Prepares to learn.
   *
   * @param balance 0: labels are as frequent as here; 1: all are equally frequent
   */
  Calibrating(double[][] scores, int[] labels, int count, double balance) {
    this.scores = scores;
    this.labels = labels;
    this.offsets = new double[count];
    this.weights = weights(labels, count, balance);
  }

  private static double[] weights(int[] labels, int count, double balance) {
    var texts = new int[count];
    Arrays.stream(labels).forEach(label -> texts[label]++);
    var weights = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      weights[i] = Math.pow((double) labels.length / count / texts[labels[i]], balance);
    }
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }

  Calibration learn() {
    for (int step = 0; step < STEPS && step() > CLOSE; step++) {
      // each step comes closer
    }
    var vector = new Calibration(scale, offsets.clone(), 1, 0);
    return line(vector);
  }

  /** How steep the way still was. */
  private double step() {
    var slopes = new double[offsets.length];
    var bends = new double[offsets.length];
    double slope = 0;
    double bend = RIDGE;
    var now = new Calibration(scale, offsets, 1, 0);
    for (int i = 0; i < scores.length; i++) {
      var probabilities = now.probabilities(scores[i]);
      double mean = 0;
      double square = 0;
      for (int label = 0; label < offsets.length; label++) {
        double p = probabilities[label];
        double off = p - (labels[i] == label ? 1 : 0);
        slopes[label] += weights[i] * off;
        bends[label] += weights[i] * p * (1 - p);
        slope += weights[i] * off * scores[i][label];
        mean += p * scores[i][label];
        square += p * scores[i][label] * scores[i][label];
      }
      bend += weights[i] * (square - mean * mean);
    }
    scale = Math.max(RIDGE, scale - HALF_STEP * slope / bend);
    double steep = Math.abs(slope);
    for (int label = 0; label < offsets.length; label++) {
      slopes[label] += RIDGE * offsets[label];
      offsets[label] -= HALF_STEP * slopes[label] / (bends[label] + RIDGE);
      steep += Math.abs(slopes[label]);
    }
    return steep;
  }

  private Calibration line(Calibration vector) {
    var odds = new double[scores.length];
    var right = new boolean[scores.length];
    for (int i = 0; i < scores.length; i++) {
      var probabilities = vector.probabilities(scores[i]);
      int best = Calibration.best(probabilities);
      odds[i] = Math.min(10, Calibration.logOdds(probabilities[best]));
      right[i] = best == labels[i];
    }
    double a = 1;
    double b = 0;
    for (int step = 0; step < STEPS; step++) {
      double da = RIDGE * (a - 1);
      double db = RIDGE * b;
      double daa = RIDGE;
      double dbb = RIDGE;
      for (int i = 0; i < odds.length; i++) {
        double p = 1 / (1 + Math.exp(-a * odds[i] - b));
        double off = (p - (right[i] ? 1 : 0)) / odds.length;
        da += off * odds[i];
        db += off;
        daa += p * (1 - p) * odds[i] * odds[i] / odds.length;
        dbb += p * (1 - p) / odds.length;
      }
      a = Math.max(0, a - HALF_STEP * da / daa);
      b -= HALF_STEP * db / dbb;
    }
    return new Calibration(vector.scale(), vector.offsets(), a, b);
  }
}
