package org.redress.intake.message;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a field is filled with: a path, or words with paths in braces as in {@code {first} {last}}.
 * Several stand behind one another with {@code |} between; the first that finds anything counts.
 */
record Words(List<String> choices) {

  private static final Pattern HOLE = Pattern.compile("\\{([^{}]+)}");

  static Words of(String written) {
    return new Words(
        Arrays.stream(written.split("\\|"))
            .map(String::strip)
            .map(choice -> HOLE.matcher(choice).find() ? choice : "{" + choice + "}")
            .toList());
  }

  /** The words for the complaint at this place; empty when nothing was found. */
  String at(Spot complaint) {
    return choices.stream()
        .filter(choice -> finds(choice, complaint))
        .map(choice -> filled(choice, complaint))
        .findFirst()
        .orElse("");
  }

  private static boolean finds(String choice, Spot complaint) {
    return HOLE.matcher(choice)
        .results()
        .anyMatch(hole -> !Path.of(hole.group(1)).text(complaint).isEmpty());
  }

  private static String filled(String choice, Spot complaint) {
    return HOLE.matcher(choice).replaceAll(hole -> quoted(hole, complaint)).strip();
  }

  private static String quoted(MatchResult hole, Spot complaint) {
    return Matcher.quoteReplacement(Path.of(hole.group(1)).text(complaint));
  }
}
