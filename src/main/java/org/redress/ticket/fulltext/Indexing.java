package org.redress.ticket.fulltext;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.redress.ticket.History;
import org.redress.ticket.feed.TicketFeed.ChangedElsewhere;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Keeps the index in step with the database, behind the commits: nothing waits for it but who
 * searches. What was missed while the service did not run is read when it starts.
 */
@Component
class Indexing {

  private static final Logger LOG = LoggerFactory.getLogger(Indexing.class);
  private static final int BATCH = 500;
  private static final int MOST_WHILE_ASKED = 2_000;
  private static final String UNTIL = "until";
  private static final String DATABASE = "database";
  private static final String FORMAT = "format";

  /** Raised when tickets are kept differently, so that older indexes are made anew. */
  private static final String THIS_FORMAT = "2";

  /**
   * What the last hour brought is read again for who counts what is told lately; and longer than
   * any transaction, as what it changed may be seen that much later.
   */
  private static final Duration OVERLAP = Duration.ofMinutes(70);

  private final TicketTexts texts;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final Index index;
  private final Set<Long> waiting = ConcurrentHashMap.newKeySet();
  private volatile boolean complete;
  private volatile boolean closed;

  Indexing(
      TicketTexts texts, FullTextSettings settings, Clock clock, ApplicationEventPublisher events) {
    this.texts = texts;
    this.events = events;
    this.clock = clock;
    this.index = Index.open(settings.folder());
  }

  Index index() {
    return index;
  }

  boolean isComplete() {
    return complete;
  }

  @TransactionalEventListener(fallbackExecution = true)
  void changed(History.Written written) {
    waiting.addAll(written.tickets());
  }

  @EventListener
  void changed(ChangedElsewhere changed) {
    waiting.addAll(changed.tickets());
  }

  /** Takes in what this node changed a moment ago, so that people find what they did. */
  void catchUp() {
    for (int taken = 0; taken < MOST_WHILE_ASKED && takeBatch(); taken += BATCH) {
      LOG.trace("A batch of texts was taken in");
    }
  }

  @Scheduled(fixedDelay = 1_000)
  void follow() {
    try {
      while (takeBatch()) {
        LOG.trace("A batch of texts was taken in");
      }
    } catch (RuntimeException e) {
      LOG.error("Texts cannot be taken into the search index; trying again", e);
    }
  }

  private synchronized boolean takeBatch() {
    var batch = waiting.stream().limit(BATCH).toList();
    if (batch.isEmpty() || closed) {
      return false;
    }
    batch.forEach(waiting::remove);
    try {
      take(batch);
      return true;
    } catch (RuntimeException e) {
      waiting.addAll(batch);
      throw e;
    }
  }

  /** Reads in the background what the index does not have yet. */
  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    var reading = new Thread(this::readMissing, "search-index");
    reading.setDaemon(true);
    reading.start();
  }

  private void readMissing() {
    try {
      var now = clock.instant();
      readSince(since());
      if (index.size() < texts.count()) {
        readSince(Instant.EPOCH); // tickets were put into the database with times of long ago
      }
      complete = true;
      commit(now);
    } catch (RuntimeException e) {
      if (!closed) {
        LOG.error("The search index cannot be completed; older tickets may not be found", e);
      }
    }
  }

  private void readSince(Instant since) {
    var count = 0;
    List<Long> ids = texts.changedSince(since, Long.MIN_VALUE, BATCH);
    while (!ids.isEmpty() && !closed) {
      put(ids);
      count += ids.size();
      ids = texts.changedSince(since, ids.get(ids.size() - 1), BATCH);
    }
    LOG.debug("{} tickets were read into the search index", count);
  }

  private synchronized void put(List<Long> ids) {
    if (!closed) {
      take(ids);
    }
  }

  private void take(List<Long> ids) {
    var read = texts.of(ids);
    index.put(read);
    events.publishEvent(new FullText.Taken(read.stream().map(TicketText::said).toList()));
  }

  private Instant since() {
    var notes = index.notes();
    if (!texts.database().equals(notes.get(DATABASE))
        || !THIS_FORMAT.equals(notes.get(FORMAT))
        || !notes.containsKey(UNTIL)) {
      index.clear();
      return Instant.EPOCH;
    }
    return Instant.parse(notes.get(UNTIL)).minus(OVERLAP);
  }

  @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
  void keep() {
    if (complete && waiting.isEmpty()) {
      commit(clock.instant());
    }
  }

  private synchronized void commit(Instant until) {
    if (!closed) {
      index.commit(
          Map.of(UNTIL, until.toString(), DATABASE, texts.database(), FORMAT, THIS_FORMAT));
    }
  }

  @PreDestroy
  synchronized void close() {
    closed = true;
    index.close();
  }
}
