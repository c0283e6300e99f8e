package org.redress.decision.rule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything the rules may look at for one complaint: words such as {@code tier=gold}, the phrases
 * found in the text, a few numbers, and, as they come, the answers of earlier questions.
 */
public final class Facts {

  /** The column of vocabulary words. */
  public static final String MENTIONS = "mentions";

  /** The column of free phrases. */
  public static final String TEXT = "text";

  /** The column of what models understood. */
  public static final String UNDERSTOOD = "understood";

  private static final String QUOTE = "\"";

  private final Set<String> words = new LinkedHashSet<>();
  private final Map<String, List<String>> phrases = new LinkedHashMap<>();
  private final Map<String, Found.Understood> understood = new LinkedHashMap<>();
  private final Map<NumberFact, Double> numbers = new EnumMap<>(NumberFact.class);
  private final LocalDateTime received;

  /**
   * Facts of a complaint.
   *
   * @param received in the site's time zone; dated rules look at it
   */
  public Facts(LocalDateTime received) {
    this.received = received;
  }

  /**
   * Adds what the customer mentioned: a vocabulary word, or a rule's own phrase in double quotes,
   * and the phrases of the text behind it.
   */
  public void addMentions(Map<String, List<String>> phrasesByWord) {
    phrases.putAll(phrasesByWord);
    phrasesByWord
        .keySet()
        .forEach(word -> words.add(fact(word.startsWith(QUOTE) ? TEXT : MENTIONS, word)));
  }

  /** Adds what models understood; those that were not sure add nothing. */
  public void addUnderstood(List<Found.Understood> guesses) {
    for (var guess : guesses) {
      guess.shown().forEach(word -> understood.put(word, guess));
    }
    add(UNDERSTOOD, understood.keySet());
  }

  /** The guess behind a word such as {@code product.mortgage}. */
  Optional<Found.Understood> understood(String word) {
    return Optional.ofNullable(understood.get(word));
  }

  /** Adds values of one name, for instance the answers of a question. */
  public void add(String name, Collection<String> values) {
    values.forEach(value -> words.add(fact(name, value)));
  }

  /** A rule's own phrase as a word, told from the vocabulary's words by its quotes. */
  static String quoted(String phrase) {
    return QUOTE + phrase + QUOTE;
  }

  /** A value under a name as one word that rules can carry, for instance {@code tier=gold}. */
  static String fact(String name, String value) {
    return name + "=" + (name.equals(TEXT) ? spelled(value) : value);
  }

  /** Letters and digits as they are, anything else by its number. */
  private static String spelled(String phrase) {
    var spelled = new StringBuilder();
    phrase
        .codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c)) {
                spelled.appendCodePoint(c);
              } else {
                spelled.append('.').append(Integer.toHexString(c)).append('.');
              }
            });
    return spelled.toString();
  }

  /** Adds a known number; a number never added is unknown and no comparison with it holds. */
  public void add(NumberFact fact, double number) {
    numbers.put(fact, number);
  }

  /** The values known under a name, for instance the demands. */
  public List<String> values(String name) {
    var prefix = name + "=";
    return words.stream()
        .filter(word -> word.startsWith(prefix))
        .map(word -> word.substring(prefix.length()))
        .toList();
  }

  /** The phrases of the text that belong to a vocabulary word, or to a phrase in quotes. */
  public List<String> phrases(String word) {
    return phrases.getOrDefault(word, List.of());
  }

  /** The phrases of the text by the vocabulary word, or the phrase in quotes, they belong to. */
  public Map<String, List<String>> mentions() {
    return Map.copyOf(phrases);
  }

  /** All words, such as {@code tier=gold}. */
  public Set<String> words() {
    return words;
  }

  /** The number, or -1 when it is unknown. */
  public double number(NumberFact fact) {
    return numbers.getOrDefault(fact, -1.0);
  }

  /** The day as a number that compares like the date, for instance 20261122. */
  public int day() {
    return asNumber(received.toLocalDate());
  }

  /** The time of day in minutes since midnight. */
  public int minute() {
    return received.getHour() * 60 + received.getMinute();
  }

  /** A day as a number that compares like the date, for instance 20261122. */
  public static int asNumber(LocalDate day) {
    return day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
  }
}
