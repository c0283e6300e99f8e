package org.redress.ticket.problem;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redress.ticket.fulltext.FullText;
import org.redress.ticket.fulltext.Telling;
import org.redress.ticket.fulltext.TellingWords;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What was said lately, in memory, so that each new complaint can be compared with it without
 * asking the database. Filled behind the commits, about a second late, from all nodes.
 */
@Component
public class Recent {

  /** Enough to see any surge; more would only cost. */
  private static final int MOST = 5_000;

  /** Bounds what one comparison costs; no count is greater. */
  private static final int MOST_OF_A_WORD = 100;

  private static final ArrayDeque<Long> NONE = new ArrayDeque<>();

  private final TellingWords words;
  private final SurgeSettings settings;
  private final Clock clock;
  private final Map<Long, Entry> byComplaint = new LinkedHashMap<>();
  private final Map<String, ArrayDeque<Long>> byWord = new HashMap<>();

  Recent(TellingWords words, SurgeSettings settings, Clock clock) {
    this.words = words;
    this.settings = settings;
    this.clock = clock;
  }

  /** One complaint. */
  public record Entry(long complaint, long customer, Instant receivedAt, Telling telling) {}

  /** Those that came together with complaints told of here, not committed yet. */
  public class Round {

    private final List<Entry> told = new ArrayList<>();

    /**
     * How many customers told the same within the time of a surge, this one counted. 0 when the
     * complaint is older than that, or nothing is to be counted.
     */
    public int customers(long customer, Instant receivedAt, String text) {
      if (isOver(receivedAt)) {
        return 0;
      }
      var entry = new Entry(0, customer, receivedAt, words.of(text));
      var customers = new HashSet<Long>();
      alike(entry.telling()).forEach(other -> customers.add(other.customer()));
      told.stream()
          .filter(other -> other.telling().isAlike(entry.telling()))
          .forEach(other -> customers.add(other.customer()));
      customers.add(customer);
      told.add(entry);
      return customers.size();
    }
  }

  /** Begins to count for complaints that come together. */
  public Round round() {
    return new Round();
  }

  /** Within which time the same must be told to be a surge. */
  public Duration within() {
    return settings.within();
  }

  /** The words of a text that tell what it is about. */
  public Telling telling(String text) {
    return words.of(text);
  }

  /** What was said lately about the same. */
  public synchronized List<Entry> alike(Telling telling) {
    var shared = new HashMap<Long, Integer>();
    for (var word : telling.words().keySet()) {
      byWord.getOrDefault(word, NONE).forEach(id -> shared.merge(id, 1, Integer::sum));
    }
    shared.values().removeIf(count -> count < 2);
    return shared.keySet().stream()
        .map(byComplaint::get)
        .filter(entry -> !isOver(entry.receivedAt()) && entry.telling().isAlike(telling))
        .toList();
  }

  @EventListener
  void take(FullText.Taken taken) {
    for (var said : taken.said()) {
      if (!isOver(said.receivedAt())) {
        var telling = words.of(said.text());
        add(new Entry(said.complaint(), said.customer(), said.receivedAt(), telling));
      }
    }
  }

  private synchronized void add(Entry entry) {
    if (byComplaint.putIfAbsent(entry.complaint(), entry) != null) {
      return;
    }
    for (var word : entry.telling().words().keySet()) {
      var having = byWord.computeIfAbsent(word, any -> new ArrayDeque<>());
      having.add(entry.complaint());
      if (having.size() > MOST_OF_A_WORD) {
        having.remove();
      }
    }
    var oldest = byComplaint.values().iterator();
    while (oldest.hasNext()) {
      var first = oldest.next();
      if (byComplaint.size() <= MOST && !isOver(first.receivedAt())) {
        break;
      }
      forget(first);
      oldest.remove();
    }
  }

  private void forget(Entry entry) {
    for (var word : entry.telling().words().keySet()) {
      var having = byWord.get(word);
      having.remove(entry.complaint());
      if (having.isEmpty()) {
        byWord.remove(word);
      }
    }
  }

  private boolean isOver(Instant receivedAt) {
    return !receivedAt.isAfter(clock.instant().minus(settings.within()));
  }
}
