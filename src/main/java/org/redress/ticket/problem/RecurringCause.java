package org.redress.ticket.problem;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.access.Staff;
import org.redress.storage.Instants;
import org.redress.ticket.Changes;
import org.redress.ticket.Changes.By;
import org.redress.ticket.History;
import org.redress.ticket.Ticket;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sees when the same cause has been found too often, and opens a problem for it. */
@Component
class RecurringCause {

  private static final String UNKNOWN = "unknown";
  private static final String RULE = "%d in %d days";

  private final Problems problems;
  private final JdbcClient jdbc;
  private final Changes changes;
  private final ProblemSettings settings;
  private final Staff staff;

  RecurringCause(
      Problems problems, JdbcClient jdbc, Changes changes, ProblemSettings settings, Staff staff) {
    this.problems = problems;
    this.jdbc = jdbc;
    this.changes = changes;
    this.settings = settings;
    this.staff = staff;
  }

  /** Adds a ticket whose cause was found to the open problem, or opens one when it is time. */
  void look(Ticket ticket, Clock clock) {
    if (ticket.verdict().cause().equals(UNKNOWN)) {
      return;
    }
    var rule = RULE.formatted(settings.tickets(), settings.days());
    var by = new By(History.REDRESS, clock.instant(), rule, null, null);
    var unexplained = unexplained(ticket, clock);
    var open = problems.openFor(ticket);
    if (open.isEmpty() && unexplained.size() < settings.tickets()) {
      return;
    }
    var id = open.orElseGet(() -> problems.open(ticket, firstRung(ticket)));
    problems.add(id, unexplained);
    unexplained.forEach(each -> changes.note(each, "problem", null, String.valueOf(id), by));
  }

  private @Nullable String firstRung(Ticket ticket) {
    var ladder = staff.ladder(ticket.team());
    return ladder.isEmpty() ? null : ladder.get(0).user();
  }

  /** Tickets of this category and cause whose cause was found lately and that no problem holds. */
  private List<Long> unexplained(Ticket ticket, Clock clock) {
    var since = clock.instant().minus(Duration.ofDays(settings.days()));
    return jdbc.sql(
            """
            select t.id from ticket t
            where t.category = :category and t.cause = :cause and t.merged_into is null
              and exists (select 1 from care_done d where d.ticket_id = t.id
                          and d.step = 'find_cause' and d.done_at >= :since)
              and not exists (select 1 from problem_ticket l where l.ticket_id = t.id)
            """)
        .param("category", ticket.verdict().category())
        .param("cause", ticket.verdict().cause())
        .param("since", Instants.bind(since))
        .query(Long.class)
        .list();
  }
}
