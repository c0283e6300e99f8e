package org.redress.understanding;

import java.util.List;

/**
 * What a model takes a text for.
 *
 * @param label the likeliest label
 * @param confidence how often such guesses were right on texts held back in training, 0 to 1
 * @param sure whether that is often enough; otherwise the model abstains
 * @param words the words of the text that spoke most for it, the strongest first
 */
public record Guess(String label, double confidence, boolean sure, List<String> words) {}
