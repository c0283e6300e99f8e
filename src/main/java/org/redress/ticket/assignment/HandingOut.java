package org.redress.ticket.assignment;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks now and then whether somebody can take a waiting ticket. */
@Component
class HandingOut {

  private static final Logger LOG = LoggerFactory.getLogger(HandingOut.class);

  private final WaitingPool pool;
  private final Assignment assignment;
  private final AssignmentSettings settings;
  private final TransactionTemplate transaction;

  HandingOut(
      WaitingPool pool,
      Assignment assignment,
      AssignmentSettings settings,
      PlatformTransactionManager transactions) {
    this.pool = pool;
    this.assignment = assignment;
    this.settings = settings;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Scheduled(fixedDelayString = "${redress.assignment.look:1s}")
  void look() {
    try {
      while (handOut() == settings.batchSize()) {
        LOG.debug("A full batch of waiting tickets got owners; looking for more");
      }
    } catch (RuntimeException e) {
      LOG.error("Waiting tickets cannot be handed out; again in {}", settings.look(), e);
    }
  }

  /** Most of the time nothing waits, or nobody is free: then nothing is locked or written. */
  private int handOut() {
    if (!pool.isWaited()) {
      return 0;
    }
    var round = assignment.round();
    var ids = pool.waiting(round.teams(), settings.batchSize());
    return ids.isEmpty() ? 0 : transaction.execute(status -> pool.give(ids, round));
  }
}
