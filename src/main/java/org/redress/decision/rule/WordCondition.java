package org.redress.decision.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.text.Text;

/**
 * Words that must or must not be there: {@code a|b} any of, {@code a&b} all of, {@code !a} none,
 * and mixtures such as {@code a|b & !c}. Under {@code when text} the words are phrases, kept in
 * double quotes.
 *
 * @param anyOf each group needs one of its words
 * @param noneOf no word of these may be there
 */
public record WordCondition(
    String column, String cell, List<List<String>> anyOf, List<String> noneOf)
    implements Condition {

  /** Letters, digits, {@code _}, {@code -} and {@code .}: nothing that could end a quoted word. */
  public static final String WORD = "[\\p{L}\\p{N}_.-]+";

  /** Ends the name under which a vocabulary word's phrases count that are said with force. */
  public static final String STRONG = ".strong";

  /** Says that a phrase cannot be looked for; its place is for the phrase. */
  public static final Text NO_PHRASE = new Text("'%s' is no phrase to look for", "“%s”不是可以查找的短语");

  /** How to write one that can. */
  public static final Text WRITE_WORDS =
      new Text(
          "Write words; a * may only end a phrase of at least two letters.",
          "请写文字；* 只能放在至少两个字母的短语末尾。");

  private static final String NOTHING = "–";
  private static final int LONGEST_PHRASE = 200;
  private static final int SHORTEST_PREFIX = 2;
  private static final Pattern PLAIN_PHRASE = Pattern.compile("[\\p{L}\\p{N}_.'’-]+\\*?");
  private static final Pattern CURLY_QUOTES = Pattern.compile("[“”„＂]");

  /**
   * Reads a cell.
   *
   * @throws Condition.Mistake when it cannot be read
   */
  public static WordCondition parse(String column, String cell) {
    var anyOf = new ArrayList<List<String>>();
    var noneOf = new ArrayList<String>();
    for (var part : split(CURLY_QUOTES.matcher(cell).replaceAll("\""), '&')) {
      var words = split(part, '|');
      if (words.size() == 1 && words.get(0).startsWith("!")) {
        noneOf.add(read(column, words.get(0).substring(1).strip()));
      } else {
        anyOf.add(words.stream().map(word -> read(column, word)).toList());
      }
    }
    return new WordCondition(column, cell, List.copyOf(anyOf), List.copyOf(noneOf));
  }

  /** The parts between separators that stand outside of quotes. */
  private static List<String> split(String text, char separator) {
    var parts = new ArrayList<String>();
    var quoted = false;
    var begin = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '"') {
        quoted = !quoted;
      } else if (text.charAt(i) == separator && !quoted) {
        parts.add(text.substring(begin, i).strip());
        begin = i + 1;
      }
    }
    parts.add(text.substring(begin).strip());
    return parts;
  }

  private static String read(String column, String word) {
    if (column.equals(Facts.TEXT)) {
      return phrase(word);
    }
    if (!word.matches(WORD)) {
      throw new Mistake(
          new Text("'%s' cannot be read", "无法读懂“%s”").formatted(Mistake.brief(word)),
          new Text(
              "Write one word, a|b for any of, a&b for all of, !a for none.",
              "请写一个词；a|b 表示任意一个，a&b 表示全部，!a 表示没有。"));
    }
    return word;
  }

  private static String phrase(String word) {
    var quoted = word.length() > 1 && word.startsWith("\"") && word.endsWith("\"");
    var phrase = quoted ? word.substring(1, word.length() - 1).strip() : word;
    if (phrase.contains("\"") || !quoted && !PLAIN_PHRASE.matcher(phrase).matches()) {
      throw new Mistake(
          new Text("'%s' cannot be read", "无法读懂“%s”").formatted(Mistake.brief(word)),
          new Text(
              "Put each phrase in double quotes, with | for any of, & for all of and ! for none:"
                  + " \"gas leak\"|\"smell of gas\" & !\"no smell\".",
              "请把每个短语放在英文双引号里；| 表示任意一个，& 表示全部，! 表示没有：\"漏气\"|\"煤气味\" & !\"没有味道\"。"));
    }
    phraseMistake(phrase);
    return Facts.quoted(phrase);
  }

  private static void phraseMistake(String phrase) {
    if (phrase.length() > LONGEST_PHRASE) {
      throw new Mistake(
          new Text("the phrase '%s' is longer than %d characters", "短语“%s”超过了 %d 个字符")
              .formatted(Mistake.brief(phrase), LONGEST_PHRASE),
          new Text("Use the few words that matter.", "请只写关键的几个字。"));
    }
    if (!isPhrase(phrase)) {
      throw new Mistake(NO_PHRASE.formatted(phrase), WRITE_WORDS);
    }
  }

  /** Whether it can be looked for: not empty, and a star only at the end of two letters or more. */
  public static boolean isPhrase(String phrase) {
    var star = phrase.indexOf('*');
    var starIsGood = star < 0 || star == phrase.length() - 1 && star >= SHORTEST_PREFIX;
    return starIsGood && phrase.matches("(?s).*[^\\s\\p{Z}\\p{C}*].*");
  }

  /** All words the cell names. */
  public Stream<String> words() {
    return Stream.concat(anyOf.stream().flatMap(List::stream), noneOf.stream());
  }

  @Override
  public Stream<WordCondition> wordTests() {
    return Stream.of(this);
  }

  /** The word as a fact, for instance {@code tier=gold}. */
  public String fact(String word) {
    return Facts.fact(column, word);
  }

  @Override
  public boolean holds(Facts facts) {
    return anyOf.stream().allMatch(group -> group.stream().anyMatch(word -> isIn(facts, word)))
        && noneOf.stream().noneMatch(word -> isIn(facts, word));
  }

  private boolean isIn(Facts facts, String word) {
    return facts.words().contains(fact(word));
  }

  /** One for each group, in their order, then one for each word that may not be there. */
  @Override
  public List<String> constraints() {
    return Stream.concat(
            anyOf.stream().map(this::anyOfConstraint),
            noneOf.stream().map(word -> "facts not contains \"%s\"".formatted(fact(word))))
        .toList();
  }

  private String anyOfConstraint(List<String> group) {
    return group.stream()
        .map(word -> "facts contains \"%s\"".formatted(fact(word)))
        .collect(Collectors.joining(" || ", "(", ")"));
  }

  @Override
  public String seen(Facts facts) {
    if (column.equals(Facts.UNDERSTOOD)) {
      var guesses = guesses(facts).map(Found.Understood::inWords).distinct().toList();
      return guesses.isEmpty() ? NOTHING : String.join(", ", guesses);
    }
    var seen =
        isAboutText()
            ? words()
                .filter(word -> !facts.phrases(word).isEmpty())
                .map(word -> found(word, facts))
                .toList()
            : facts.values(column);
    return seen.isEmpty() ? NOTHING : String.join(", ", seen);
  }

  @Override
  public List<String> phrases(Facts facts) {
    if (column.equals(Facts.UNDERSTOOD)) { // a guess weighs as much as one phrase
      return guesses(facts).flatMap(guess -> guess.words().stream().limit(1)).distinct().toList();
    }
    return isAboutText()
        ? words().flatMap(word -> facts.phrases(word).stream()).toList()
        : List.of();
  }

  private Stream<Found.Understood> guesses(Facts facts) {
    return words().flatMap(word -> facts.understood(word).stream());
  }

  /** Whether it is about what the text says. */
  public boolean isAboutText() {
    return column.equals(Facts.MENTIONS) || column.equals(Facts.TEXT);
  }

  private String found(String word, Facts facts) {
    return facts.phrases(word).stream()
        .distinct()
        .map(phrase -> "“" + phrase + "”")
        .collect(Collectors.joining(" ", column.equals(Facts.TEXT) ? "" : word + " ", ""));
  }
}
