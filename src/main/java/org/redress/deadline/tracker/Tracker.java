package org.redress.deadline.tracker;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.redress.deadline.tracker.DueSteps.Claim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks for steps whose time has come. A step that fails is tried again and stops no other. */
@Component
class Tracker {

  private static final Logger LOG = LoggerFactory.getLogger(Tracker.class);

  private final DueSteps due;
  private final StepTaking taking;
  private final TransactionTemplate transaction;
  private final TrackerSettings settings;
  private final Clock clock;

  Tracker(
      DueSteps due,
      StepTaking taking,
      PlatformTransactionManager transactions,
      TrackerSettings settings,
      Clock clock) {
    this.due = due;
    this.taking = taking;
    this.transaction = new TransactionTemplate(transactions);
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${redress.deadline.look:1s}")
  void look() {
    try {
      while (takeBatch() == settings.batchSize()) {
        LOG.debug("A full batch of deadlines was due; looking for more");
      }
    } catch (RuntimeException e) {
      LOG.error("Due deadlines cannot be handled; trying again in {}", settings.look(), e);
    }
  }

  /** How many deadlines were looked at; none when others are at work on all of them. */
  private int takeBatch() {
    var now = clock.instant();
    var claims = due.find(now, settings.batchSize());
    if (claims.isEmpty()) {
      return 0;
    }
    try {
      var taken = transaction.execute(status -> taking.take(claims, now));
      return taken == 0 ? 0 : claims.size();
    } catch (RuntimeException e) {
      LOG.warn("A batch of {} deadlines failed; taking them one by one", claims.size(), e);
      claims.forEach(claim -> takeAlone(claim, now));
      return claims.size();
    }
  }

  private void takeAlone(Claim claim, Instant now) {
    try {
      transaction.execute(status -> taking.take(List.of(claim), now));
    } catch (RuntimeException e) {
      LOG.error("The step of deadline {} failed; it is tried again", claim.deadlineId(), e);
      transaction.executeWithoutResult(
          status -> due.failed(claim.deadlineId(), now, String.valueOf(e.getMessage())));
    }
  }
}
