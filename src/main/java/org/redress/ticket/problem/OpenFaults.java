package org.redress.ticket.problem;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.ticket.Changes;
import org.redress.ticket.Changes.By;
import org.redress.ticket.History;
import org.redress.ticket.Ticket;
import org.redress.ticket.fulltext.Similar;
import org.redress.ticket.fulltext.Telling;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The faults that many customers told of and that nobody has solved yet, kept in memory. */
@Component
class OpenFaults {

  private static final Logger LOG = LoggerFactory.getLogger(OpenFaults.class);

  private static final Duration BEFORE = Duration.ofDays(7);

  /** How many times more than in the week before is a surge. */
  private static final int TIMES_USUAL = 4;

  private static final String RULE = "same fault";

  private final Problems problems;
  private final Recent recent;
  private final Similar similar;
  private final Changes changes;
  private final Clock clock;
  private volatile Map<Long, Telling> open = Map.of();

  OpenFaults(Problems problems, Recent recent, Similar similar, Changes changes, Clock clock) {
    this.problems = problems;
    this.recent = recent;
    this.similar = similar;
    this.changes = changes;
    this.clock = clock;
  }

  /** Sees what other nodes opened, and what was solved. */
  @Scheduled(fixedDelay = 10_000)
  void read() {
    try {
      open =
          problems.openFaults().entrySet().stream()
              .collect(
                  Collectors.toMap(Map.Entry::getKey, fault -> recent.telling(fault.getValue())));
    } catch (RuntimeException e) {
      LOG.error("Open faults cannot be read; trying again", e);
    }
  }

  boolean any() {
    return !open.isEmpty();
  }

  /** The open fault that something said is about. */
  Optional<Long> of(Telling said) {
    return open.entrySet().stream()
        .filter(fault -> fault.getValue().isAlike(said))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whether so many complaints with these words are far more than in any usual hour. */
  boolean isUnusual(Telling words, int complaints) {
    var until = clock.instant().minus(recent.within());
    var before = similar.count(words.words().keySet(), until.minus(BEFORE), until);
    var usual = (double) before * recent.within().toSeconds() / BEFORE.toSeconds();
    return complaints > TIMES_USUAL * usual;
  }

  /** The open fault of the same words, also one that another node opened just now. */
  Optional<Long> openFor(Telling words) {
    return problems.openFor(List.copyOf(words.words().keySet()));
  }

  /** Opens a problem. */
  Problem open(Ticket last, @Nullable String owner, Telling words) {
    var id = problems.openFault(last, owner, List.copyOf(words.words().keySet()));
    return problems.find(id).orElseThrow();
  }

  Collection<Long> ticketsOf(List<Recent.Entry> told) {
    return problems.ticketsOf(told.stream().map(Recent.Entry::complaint).toList());
  }

  /** Adds those tickets that are not part of a problem yet. */
  void join(long problem, Collection<Long> tickets) {
    var by = new By(History.REDRESS, clock.instant(), RULE, null, null);
    changes.note(problems.addNew(problem, tickets), "problem", null, String.valueOf(problem), by);
    read();
  }
}
