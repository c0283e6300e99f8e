package org.redress.ticket.fulltext;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds complaints that use the same telling words, of whatever customer. */
@Component
public class Similar {

  private static final int LEAST_PERCENT = 30;

  private final Indexing indexing;
  private final TellingWords words;

  Similar(Indexing indexing, TellingWords words) {
    this.indexing = indexing;
    this.words = words;
  }

  /**
   * A ticket that is alike.
   *
   * @param percent how much of what the first one tells this one tells, too; from 0 to 100
   * @param shared the words that both use, as people read them
   */
  public record Alike(long ticket, int percent, List<String> shared) {}

  /** The tickets most alike to one with this text, the most alike first. */
  public List<Alike> to(long ticket, String text, int most) {
    indexing.catchUp();
    var telling = words.of(text);
    return indexing.index().alike(telling, ticket, most).stream()
        .filter(hit -> hit.percent() >= LEAST_PERCENT)
        .map(hit -> new Alike(hit.ticket(), hit.percent(), telling.shared(hit.words())))
        .toList();
  }

  /** How many complaints of a time had at least half of these words. */
  public int count(Set<String> words, Instant from, Instant until) {
    return indexing.index().count(words, from, until);
  }
}
