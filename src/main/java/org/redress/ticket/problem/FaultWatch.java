package org.redress.ticket.problem;

import java.util.List;
import org.redress.decision.rule.NumberFact;
import org.redress.ticket.TicketsOpened;
import org.redress.ticket.TicketsOpened.Opened;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks for the same fault at many customers whenever tickets were opened. After the commit, in a
 * transaction of its own, and without asking the database as long as there is no surge.
 */
@Component
class FaultWatch {

  private static final Logger LOG = LoggerFactory.getLogger(FaultWatch.class);

  private final SameFault faults;
  private final ProblemSettings settings;
  private final TransactionTemplate transaction;

  FaultWatch(SameFault faults, ProblemSettings settings, PlatformTransactionManager transactions) {
    this.faults = faults;
    this.settings = settings;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @TransactionalEventListener
  void look(TicketsOpened event) {
    try {
      var told = event.tickets().stream().filter(this::isToldByOthers).toList();
      if (!told.isEmpty()) {
        join(told);
      }
    } catch (RuntimeException e) {
      LOG.error("Whether new tickets tell of the same fault cannot be seen", e);
    }
  }

  private boolean isToldByOthers(Opened opened) {
    var customers = customers(opened);
    return customers >= settings.customers() || customers > 0 && faults.anyOpen();
  }

  static int customers(Opened opened) {
    var numbers = opened.decision().circumstances().numbers();
    return numbers.getOrDefault(NumberFact.SAME_FAULT, 0.0).intValue();
  }

  /**
   * One after the other, for two that would open the same problem at once wait in the database
   * until one of them is given up.
   */
  private synchronized void join(List<Opened> told) {
    try {
      transaction.executeWithoutResult(status -> faults.look(told));
    } catch (DuplicateKeyException openedMeanwhile) {
      transaction.executeWithoutResult(status -> faults.look(told));
    }
  }
}
