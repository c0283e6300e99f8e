package org.redress.text;

import java.util.Collection;
import java.util.Comparator;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the known word that a misspelt one most likely stands for. */
public final class Nearest {

  private static final int FARTHEST = 4;

  private Nearest() {}

  /** {@code ", did you mean 'x'?"}, or nothing when no known word is near. */
  public static Text hint(String word, Collection<String> known) {
    var distance = new LevenshteinDistance(FARTHEST);
    return known.stream()
        .filter(candidate -> distance.apply(word, candidate) >= 0)
        .min(Comparator.comparing((String candidate) -> distance.apply(word, candidate)))
        .map(candidate -> new Text(", did you mean '%s'?", "，是否想写“%s”？").formatted(candidate))
        .orElse(Text.alike(""));
  }
}
