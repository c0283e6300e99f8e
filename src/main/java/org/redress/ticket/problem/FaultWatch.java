package org.redress.ticket.problem;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.redress.decision.rule.NumberFact;
import org.redress.ticket.TicketsOpened;
import org.redress.ticket.TicketsOpened.Opened;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks for the same fault at many customers whenever tickets were opened. Behind the commits, a
 * moment later and many at once, so that no complaint waits for what others said; and without
 * asking the database as long as there is no surge.
 */
@Component
class FaultWatch {

  private static final Logger LOG = LoggerFactory.getLogger(FaultWatch.class);
  private static final int TOGETHER = 500;

  private final SameFault faults;
  private final TransactionTemplate transaction;
  private final Queue<Opened> waiting = new ConcurrentLinkedQueue<>();

  FaultWatch(SameFault faults, PlatformTransactionManager transactions) {
    this.faults = faults;
    this.transaction = new TransactionTemplate(transactions);
  }

  @TransactionalEventListener
  void remember(TicketsOpened event) {
    event.tickets().stream().filter(opened -> customers(opened) > 1).forEach(waiting::add);
  }

  /** How many customers told the same, as its decision counted them. */
  static int customers(Opened opened) {
    var numbers = opened.decision().circumstances().numbers();
    return numbers.getOrDefault(NumberFact.SAME_FAULT, 0.0).intValue();
  }

  /** Looks at what came since; also once more when the service ends. */
  @PreDestroy
  @Scheduled(fixedDelay = 500)
  synchronized void look() {
    var told = next();
    while (!told.isEmpty()) {
      look(told);
      told = next();
    }
  }

  private List<Opened> next() {
    var next = new ArrayList<Opened>();
    while (next.size() < TOGETHER && !waiting.isEmpty()) {
      next.add(waiting.remove());
    }
    return next;
  }

  /** Another node may open the same problem at this moment, or one ticket be in the way of all. */
  private void look(List<Opened> told) {
    try {
      transaction.executeWithoutResult(status -> faults.look(told));
    } catch (RuntimeException e) {
      LOG.debug("Looking at them one by one", e);
      told.forEach(this::lookAlone);
    }
  }

  private void lookAlone(Opened opened) {
    try {
      transaction.executeWithoutResult(status -> faults.look(List.of(opened)));
    } catch (RuntimeException e) {
      LOG.error(
          "Whether {} tells of the same fault as others cannot be seen",
          opened.ticket().number(),
          e);
    }
  }
}
