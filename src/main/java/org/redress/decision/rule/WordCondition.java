package org.redress.decision.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words that must or must not be there: {@code a|b} any of, {@code a&b} all of, {@code !a} none,
 * and mixtures such as {@code a|b & !c}.
 *
 * @param anyOf each group needs one of its words
 * @param noneOf no word of these may be there
 */
public record WordCondition(
    String column, String cell, List<List<String>> anyOf, List<String> noneOf)
    implements Condition {

  /** Letters, digits, {@code _}, {@code -} and {@code .}: nothing that could end a quoted word. */
  public static final String WORD = "[\\p{L}\\p{N}_.-]+";

  /**
   * Reads a cell.
   *
   * @throws CellMistake when it cannot be read
   */
  public static WordCondition parse(String column, String cell) {
    var anyOf = new ArrayList<List<String>>();
    var noneOf = new ArrayList<String>();
    for (var part : cell.split("&", -1)) {
      var words = Arrays.stream(part.split("\\|", -1)).map(String::strip).toList();
      if (words.size() == 1 && words.get(0).startsWith("!")) {
        noneOf.add(checked(words.get(0).substring(1).strip(), cell));
      } else {
        anyOf.add(words.stream().map(word -> checked(word, cell)).toList());
      }
    }
    return new WordCondition(column, cell, List.copyOf(anyOf), List.copyOf(noneOf));
  }

  private static String checked(String word, String cell) {
    if (!word.matches(WORD)) {
      throw new CellMistake(
          "'%s' cannot be read".formatted(cell),
          "Write one word, a|b for any of, a&b for all of, !a for none.");
    }
    return word;
  }

  /** All words the cell names. */
  public Stream<String> words() {
    return Stream.concat(anyOf.stream().flatMap(List::stream), noneOf.stream());
  }

  /** The word as a fact, for instance {@code tier=gold}. */
  public String fact(String word) {
    return column + "=" + word;
  }

  @Override
  public boolean holds(Facts facts) {
    return anyOf.stream().allMatch(group -> group.stream().anyMatch(w -> isThere(w, facts)))
        && noneOf.stream().noneMatch(word -> isThere(word, facts));
  }

  private boolean isThere(String word, Facts facts) {
    return facts.words().contains(fact(word));
  }

  @Override
  public String seen(Facts facts) {
    var seen =
        isAboutText()
            ? words()
                .filter(word -> !facts.phrases(word).isEmpty())
                .map(w -> quoted(w, facts))
                .toList()
            : facts.values(column);
    return seen.isEmpty() ? "–" : String.join(", ", seen);
  }

  @Override
  public List<String> phrases(Facts facts) {
    return isAboutText()
        ? words().flatMap(word -> facts.phrases(word).stream()).toList()
        : List.of();
  }

  /** Whether it is about what the text mentions. */
  public boolean isAboutText() {
    return column.equals(Facts.MENTIONS);
  }

  private static String quoted(String word, Facts facts) {
    return facts.phrases(word).stream()
        .distinct()
        .map(phrase -> "“" + phrase + "”")
        .collect(Collectors.joining(" ", word + " ", ""));
  }
}
