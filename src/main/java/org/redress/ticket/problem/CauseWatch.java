package org.redress.ticket.problem;

import java.time.Clock;
import java.util.Set;
import org.redress.ticket.TicketChanged;
import org.redress.ticket.care.CareStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks for causes that come back each time a cause was found. After the step is committed, in a
 * transaction of its own: two agents who find the same cause at once must not fail each other's
 * step, and what one of them misses is seen with the next ticket.
 */
@Component
class CauseWatch {

  private static final Logger LOG = LoggerFactory.getLogger(CauseWatch.class);
  private static final Set<String> FOUND = Set.of(CareStep.FIND_CAUSE.key(), CareStep.REVIEW.key());

  private final RecurringCause causes;
  private final TransactionTemplate transaction;
  private final Clock clock;

  CauseWatch(RecurringCause causes, PlatformTransactionManager transactions, Clock clock) {
    this.causes = causes;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  @TransactionalEventListener
  void look(TicketChanged event) {
    if (event.step() == null || !FOUND.contains(event.step())) {
      return;
    }
    try {
      transaction.executeWithoutResult(status -> causes.look(event.ticket(), clock));
    } catch (DuplicateKeyException openedMeanwhile) {
      transaction.executeWithoutResult(status -> causes.look(event.ticket(), clock));
    } catch (RuntimeException e) {
      LOG.error("Whether the cause of {} comes back cannot be seen", event.ticket().number(), e);
    }
  }
}
