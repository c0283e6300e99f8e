package org.redress.deadline;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Raises tickets whose deadlines have passed. A ticket is locked before its deadlines are touched,
 * so any number of nodes may look at once and agents may work meanwhile; a step of the ladder is
 * recorded under a unique key in the transaction that takes it, so it happens once.
 */
@Component
class Tracker {

  private static final Logger LOG = LoggerFactory.getLogger(Tracker.class);

  private final Deadlines deadlines;
  private final Raising raising;
  private final TransactionTemplate transaction;
  private final DeadlineSettings settings;
  private final Clock clock;

  Tracker(
      Deadlines deadlines,
      Raising raising,
      PlatformTransactionManager transactions,
      DeadlineSettings settings,
      Clock clock) {
    this.deadlines = deadlines;
    this.raising = raising;
    this.transaction = new TransactionTemplate(transactions);
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${redress.deadline.look:1s}")
  void look() {
    try {
      while (takeBatch() == settings.batchSize()) {
        LOG.debug("A full batch of deadlines had passed; looking for more");
      }
    } catch (RuntimeException e) {
      LOG.error("Passed deadlines cannot be handled; trying again in {}", settings.look(), e);
    }
  }

  /** How many steps were taken. */
  private int takeBatch() {
    var now = clock.instant();
    var passed = deadlines.passed(now, settings.batchSize());
    return passed.isEmpty()
        ? 0
        : transaction.execute(
            status -> (int) passed.stream().filter(d -> raising.raise(d, now)).count());
  }
}
