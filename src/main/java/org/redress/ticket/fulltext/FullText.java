package org.redress.ticket.fulltext;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds tickets by words in number, subject, customer, and what was said. */
@Component
public class FullText {

  /** More would make the database slow; who gets as many needs another word. */
  private static final int MOST = 5_000;

  private final Indexing indexing;

  FullText(Indexing indexing) {
    this.indexing = indexing;
  }

  /**
   * What was found.
   *
   * @param ids the tickets' ids
   * @param cut whether there are more, older ones
   * @param complete whether all tickets can be found yet
   */
  public record Found(Long[] ids, boolean cut, boolean complete) {

    /** Nothing was looked for. */
    public static final Found EVERYTHING = new Found(new Long[0], false, true);
  }

  /**
   * The complaint behind a ticket.
   *
   * @param text subject and text together
   */
  public record Said(long complaint, long customer, Instant receivedAt, String text) {}

  /** What was said on tickets that were opened or changed; told behind the commits. */
  public record Taken(List<Said> said) {}

  /** The tickets in which every word of the text stands; what this node just wrote is found. */
  public Found find(String text) {
    indexing.catchUp();
    var ids = indexing.index().find(text, MOST);
    return new Found(ids, ids.length == MOST, indexing.isComplete());
  }
}
