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
 * @param leastKnown the least share of a text's features that must be known; of a text with less,
 *     for instance in another language, it says nothing
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
    double leastKnown,
    Calibration calibration,
    Map<String, List<String>> phrases) {}
