package org.redress.deadline.clock;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.calendar.site.WorkingTimes;
import org.redress.decision.Decisions;
import org.redress.ticket.Tickets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reckons the clocks of all open tickets anew when the calendars or the rule book are not those
 * they were reckoned under, also when that happened while the service did not run.
 */
@Component
class PolicyWatch {

  private static final Logger LOG = LoggerFactory.getLogger(PolicyWatch.class);
  private static final int BATCH = 200;

  private final WorkingTimes workingTimes;
  private final Decisions decisions;
  private final Repolicing repolicing;
  private final Open open;
  private final Clock clock;

  /** What this node has seen; it acts on what it sees change, not on what others see. */
  private @Nullable Under seen;

  PolicyWatch(
      WorkingTimes workingTimes,
      Decisions decisions,
      Repolicing repolicing,
      Open open,
      Clock clock) {
    this.workingTimes = workingTimes;
    this.decisions = decisions;
    this.repolicing = repolicing;
    this.open = open;
    this.clock = clock;
  }

  /** The open tickets, and under what their clocks were reckoned. */
  @Component
  record Open(JdbcClient jdbc, Tickets tickets, PlatformTransactionManager transactions) {}

  /** What clocks are reckoned under. */
  private record Under(String calendars, String ruleBook) {}

  @Scheduled(fixedDelayString = "5s")
  void look() {
    try {
      var now = new Under(workingTimes.look(), decisions.active().version());
      if (!now.equals(seen)) {
        seen = now;
        var before = recorded();
        if (before == null || !before.equals(now)) {
          reckonAll(before, now);
        }
      }
    } catch (RuntimeException e) {
      seen = null;
      LOG.error("The clocks of open tickets cannot be reckoned anew; trying again", e);
    }
  }

  private @Nullable Under recorded() {
    return open.jdbc()
        .sql("select calendars, rule_book from reckoned_under where id = 1")
        .query((row, number) -> new Under(row.getString("calendars"), row.getString("rule_book")))
        .optional()
        .orElse(null);
  }

  private void reckonAll(@Nullable Under before, Under now) {
    var cause = before != null && before.ruleBook().equals(now.ruleBook()) ? "calendar" : "rules";
    var transaction = new TransactionTemplate(open.transactions());
    var last = 0L;
    var count = 0;
    for (var ids = next(last); !ids.isEmpty(); ids = next(last)) {
      last = ids.get(ids.size() - 1);
      var batch = ids;
      count += transaction.execute(status -> reckon(batch, cause));
    }
    transaction.executeWithoutResult(status -> record(now));
    if (count > 0) {
      LOG.info("The clocks of {} open tickets were reckoned anew: {} changed", count, cause);
    }
  }

  private int reckon(List<Long> ids, String cause) {
    // Whoever works on a ticket now is waited for: none may be left out.
    var tickets = open.tickets().lock(ids);
    repolicing.decidedAnew(tickets, clock.instant(), cause);
    return tickets.size();
  }

  private List<Long> next(long after) {
    return open.jdbc()
        .sql(
            """
            select id from ticket where id > :after and status <> 'closed'
            order by id limit :most
            """)
        .param("after", after)
        .param("most", BATCH)
        .query(Long.class)
        .list();
  }

  private void record(Under now) {
    open.jdbc().sql("delete from reckoned_under where id = 1").update();
    open.jdbc()
        .sql("insert into reckoned_under (id, calendars, rule_book) values (1, ?, ?)")
        .params(now.calendars(), now.ruleBook())
        .update();
  }
}
