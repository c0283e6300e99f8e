package org.redress.ticket.fulltext;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells which words of a text say what it is about, by how rare they are among all complaints. */
@Component
public class TellingWords {

  private static final int MOST_LETTERS = 6_000;
  private static final int MOST_WORDS = 25;

  /** With fewer complaints nobody knows yet which words are common. */
  private static final int LEAST_COMPLAINTS = 1_000;

  /** Rarer words tell no more: they are names and slips of the pen. */
  private static final double MOST_WEIGHT = 6;

  private final Indexing indexing;

  /** How often words are used changes slowly, and looking it up for each complaint costs. */
  private final Cache<String, Double> weights =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(Duration.ofMinutes(10)).build();

  TellingWords(Indexing indexing) {
    this.indexing = indexing;
  }

  /** The words that tell what a text, subject and text together, is about. */
  public Telling of(String text) {
    var all = new LinkedHashMap<String, Double>();
    Spelling.said(text.substring(0, Math.min(text.length(), MOST_LETTERS)))
        .forEach(word -> all.put(word, weights.get(word, this::weight)));
    var kept =
        all.entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .limit(MOST_WORDS)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    all.keySet().retainAll(kept);
    return new Telling(all);
  }

  private double weight(String word) {
    var complaints = Math.max(LEAST_COMPLAINTS, indexing.index().size());
    var having = indexing.index().having(word);
    return Math.min(MOST_WEIGHT, Math.log((complaints + 1.0) / (having + 1.0)));
  }
}
