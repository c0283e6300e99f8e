package org.redress.decision.rule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything the rules may look at for one complaint: words such as {@code tier=gold}, the phrases
 * found in the text, a few numbers, and, as they come, the answers of earlier questions.
 */
public final class Facts {

  static final String MENTIONS = "mentions";

  private final Set<String> words = new LinkedHashSet<>();
  private final Map<String, List<String>> phrases = new LinkedHashMap<>();
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

  /** Adds what the customer mentioned: a vocabulary word and the phrases of the text behind it. */
  public void addMentions(Map<String, List<String>> phrasesByWord) {
    phrases.putAll(phrasesByWord);
    add(MENTIONS, phrasesByWord.keySet());
  }

  /** Adds values of one name, for instance the answers of a question. */
  public void add(String name, Collection<String> values) {
    values.forEach(value -> words.add(name + "=" + value));
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

  /** The phrases of the text that belong to a vocabulary word. */
  public List<String> phrases(String word) {
    return phrases.getOrDefault(word, List.of());
  }

  /** The phrases of the text by the vocabulary word they belong to. */
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

  /** A day as a number that compares like the date, for instance 20261122. */
  public static int asNumber(LocalDate day) {
    return day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
  }
}
