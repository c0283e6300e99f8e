package org.redress.understanding.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;

/**
 * Parts of the texts that are held back one after the other. Each part has about the same share of
 * every label, and texts that are nearly the same are in one part.
 */
final class Folds {

  private Folds() {}

  /** By text, the number of its part. */
  static int[] of(int[] labels, int[] groups, int parts, long seed) {
    var order = new ArrayList<Integer>();
    for (int text = 0; text < labels.length; text++) {
      order.add(text);
    }
    Collections.shuffle(order, new Random(seed));
    var partOfGroup = new HashMap<Integer, Integer>();
    var next = new HashMap<Integer, Integer>();
    var part = new int[labels.length];
    for (int text : order) {
      part[text] =
          partOfGroup.computeIfAbsent(
              groups[text], g -> (next.merge(labels[text], 1, Integer::sum) - 1) % parts);
    }
    return part;
  }

  /** The texts that are in a part, or that are not. */
  static int[] texts(int[] parts, int part, boolean in) {
    var texts = new ArrayList<Integer>(List.of());
    for (int text = 0; text < parts.length; text++) {
      if (parts[text] == part == in) {
        texts.add(text);
      }
    }
    return texts.stream().mapToInt(Integer::intValue).toArray();
  }
}
