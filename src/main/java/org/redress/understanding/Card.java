package org.redress.understanding;

import java.util.List;
import java.util.Map;

/**
 * What a model says of itself.
 *
 * @param labels in the order of the weights
 * @param examples how many texts of each label it has learnt from
 * @param data where these came from
 * @param seed of the split by which it was measured
 * @param accuracy on held-back texts
 * @param macroF1 on held-back texts
 * @param threshold the least confidence at which it does not abstain
 * @param calibration how scores become probabilities
 * @param phrases the vocabulary it was given, by name
 */
public record Card(
    List<String> labels,
    Map<String, Integer> examples,
    List<String> data,
    long seed,
    double accuracy,
    double macroF1,
    double threshold,
    Calibration calibration,
    Map<String, List<String>> phrases) {}
