package org.redress.deadline.clock;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.redress.calendar.TimeSpan;
import org.redress.deadline.ClockWriter;
import org.redress.deadline.Deadline;
import org.redress.deadline.Deadlines;
import org.redress.deadline.Ladders;
import org.redress.deadline.TicketMoments;
import org.redress.deadline.reckoning.Policy;
import org.redress.deadline.reckoning.Policy.Start;
import org.redress.storage.Ids;
import org.redress.ticket.Ticket;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Clocks of what people undertake on a ticket, such as an approval or a corrective action. */
@Component
public class Pledges {

  /** Deciding on compensation above somebody's limit. */
  public static final String APPROVAL = "approval";

  /** Changing what led to a complaint. */
  public static final String CORRECTIVE_ACTION = "corrective_action";

  private final Policies policies;
  private final Repolicing repolicing;
  private final TicketMoments moments;
  private final ClockWriter writer;
  private final Keeping keeping;

  Pledges(
      Policies policies,
      Repolicing repolicing,
      TicketMoments moments,
      ClockWriter writer,
      Keeping keeping) {
    this.policies = policies;
    this.repolicing = repolicing;
    this.moments = moments;
    this.writer = writer;
    this.keeping = keeping;
  }

  /** Finds and ends pledges. */
  @Component
  record Keeping(Deadlines deadlines, JdbcClient jdbc, Ids ids, Clock clock) {}

  /**
   * Starts a clock on a ticket.
   *
   * @param key names the pledge among those of its kind, for {@link #keep}
   */
  public void pledge(Ticket ticket, String obligation, TimeSpan span, long key) {
    writer.lock(List.of(ticket.id()));
    var now = keeping.clock().instant();
    var policy =
        new Policy(
            obligation,
            Start.PROMISED,
            null,
            span,
            policies.calendarOf(ticket.team()),
            false,
            obligation + "#" + key,
            obligation + " " + key,
            now);
    var recount = repolicing.recount(moments.of(ticket));
    var blank =
        new Deadline(
            keeping.ids().next(),
            ticket.id(),
            next(ticket.id(), obligation),
            policy,
            Ladders.PLEDGE,
            null,
            null,
            null,
            null,
            null,
            null);
    writer.insert(List.of(writer.planned(recount.of(blank), recount, Set.of())));
  }

  private int next(long ticketId, String obligation) {
    return keeping
        .jdbc()
        .sql(
            """
            select coalesce(max(round), 0) + 1 from deadline
            where ticket_id = :ticket and obligation = :obligation
            """)
        .param("ticket", ticketId)
        .param("obligation", obligation)
        .query(Integer.class)
        .single();
  }

  /** The pledge was kept; nothing happens when it was before. */
  public void keep(Ticket ticket, String obligation, long key, Instant at) {
    writer.lock(List.of(ticket.id()));
    keeping.deadlines().meet(List.of(ticket.id()), obligation + "#" + key, at);
    writer.nearest(List.of(ticket.id()));
  }
}
