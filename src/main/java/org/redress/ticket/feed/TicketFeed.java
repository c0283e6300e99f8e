package org.redress.ticket.feed;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.redress.ticket.History;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Gathers which tickets changed, once a second: what this node committed, and what other nodes say
 * they did. A hint for screens and indexes; a node that dies in that second gives none.
 */
@Component
public class TicketFeed {

  private static final Logger LOG = LoggerFactory.getLogger(TicketFeed.class);
  private static final Duration KEPT = Duration.ofHours(1);

  private final Signals signals;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final Set<Long> changedHere = ConcurrentHashMap.newKeySet();
  private final AtomicLong version = new AtomicLong();

  TicketFeed(Signals signals, ApplicationEventPublisher events, Clock clock) {
    this.signals = signals;
    this.events = events;
    this.clock = clock;
  }

  /** These tickets changed, wherever that was. */
  public record Changed(Set<Long> tickets) {}

  /** Other nodes changed these tickets. */
  public record ChangedElsewhere(Set<Long> tickets) {}

  /** A number that grows whenever a ticket changes. */
  public long version() {
    return version.get();
  }

  @TransactionalEventListener(fallbackExecution = true)
  void changed(History.Written written) {
    changedHere.addAll(written.tickets());
    version.incrementAndGet();
  }

  @Scheduled(fixedDelay = 1_000)
  void look() {
    try {
      var here = Set.copyOf(changedHere);
      changedHere.removeAll(here);
      if (!here.isEmpty()) {
        signals.send(here, clock.instant());
      }
      var elsewhere = signals.heard();
      if (!elsewhere.isEmpty()) {
        version.incrementAndGet();
        events.publishEvent(new ChangedElsewhere(elsewhere));
      }
      var all = new HashSet<>(here);
      all.addAll(elsewhere);
      if (!all.isEmpty()) {
        events.publishEvent(new Changed(Set.copyOf(all)));
      }
    } catch (RuntimeException e) {
      LOG.warn("Screens may show changes of tickets late: {}", e.toString());
    }
  }

  @Scheduled(fixedDelay = 3_600_000)
  void forget() {
    signals.forget(clock.instant().minus(KEPT));
  }
}
