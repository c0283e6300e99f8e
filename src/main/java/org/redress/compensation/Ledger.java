package org.redress.compensation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.calendar.TimeSpan;
import org.redress.compensation.Approvals.Waiting;
import org.redress.storage.Instants;
import org.redress.ticket.Ticket;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What was put forward and what became of it: only ever added to. Where an award stands, what is
 * held and what is paid are sums over it.
 */
@Repository
public class Ledger {

  private static final Duration YEAR = Duration.ofDays(365);

  private static final String AWARDS =
      """
      select a.*, (select l.step from ledger l where l.award_id = a.id
                   and l.nr = (select max(m.nr) from ledger m where m.award_id = a.id)) as state
      from award a
      """;

  private final JdbcClient jdbc;

  Ledger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One line of the ledger.
   *
   * @param held what it adds to the money held; negative when money becomes free or is paid
   * @param paid what it adds to the money paid
   */
  public record Line(
      Award award,
      String ticket,
      int nr,
      Step step,
      Instant at,
      String actor,
      BigDecimal held,
      BigDecimal paid,
      @Nullable String reason) {}

  void insert(Award award) {
    jdbc.sql(
            """
            insert into award (id, ticket_id, customer_id, team, budget_month, kind, amount, currency,
                               proposed_by, proposed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            award.id(),
            award.ticketId(),
            award.customerId(),
            award.team(),
            award.month(),
            award.kind(),
            award.amount(),
            award.currency(),
            award.proposedBy(),
            Instants.bind(award.proposedAt()))
        .update();
  }

  /** Adds a line; the award is new or locked. A step that was taken before breaks its key. */
  void add(Award award, Step step, Instant at, String actor, @Nullable String reason) {
    jdbc.sql(
            """
            insert into ledger (award_id, nr, step, at, actor, held, paid, reason)
            values (:award, (select count(*) + 1 from ledger where award_id = :award), :step, :at,
                    :actor, :held, :paid, :reason)
            """)
        .param("award", award.id())
        .param("step", step.key())
        .param("at", Instants.bind(at))
        .param("actor", actor)
        .param("held", step.held(award.cost()))
        .param("paid", step.paid(award.cost()))
        .param("reason", reason)
        .update();
  }

  /**
   * The award with this id. Its ticket is locked until the transaction ends, and with it the award:
   * whoever changes one of the two may have to touch the clocks of the other.
   */
  Optional<Award> forChange(long id) {
    lock(
        "select id from ticket where id = (select ticket_id from award where id = ?) for update",
        id);
    return find(id);
  }

  /** The award with this id. */
  public Optional<Award> find(long id) {
    return jdbc.sql(AWARDS + " where a.id = :id").param("id", id).query(Ledger::award).optional();
  }

  /** The awards of a ticket, oldest first. */
  public List<Award> ofTicket(long ticketId) {
    return jdbc.sql(AWARDS + " where a.ticket_id = :ticket order by a.id")
        .param("ticket", ticketId)
        .query(Ledger::award)
        .list();
  }

  /** The whole ledger of the awards of a month, in the order of what happened. */
  public List<Line> ofMonth(LocalDate month) {
    return jdbc.sql(
            """
            select a.*, l.nr, l.step as state, l.at, l.actor, l.held, l.paid, l.reason, t.number
            from ledger l join award a on a.id = l.award_id join ticket t on t.id = a.ticket_id
            where a.budget_month = :month order by l.at, a.id, l.nr
            """)
        .param("month", month)
        .query(Ledger::line)
        .list();
  }

  /** Whoever gives something on this ticket, or to its customer, waits for others who do. */
  void lock(Ticket ticket) {
    lock("select id from ticket where id = ? for update", ticket.id());
    lock("select id from customer where id = ? for update", ticket.customerId());
  }

  private void lock(String sql, long id) {
    jdbc.sql(sql).param(id).query().listOfRows();
  }

  /** The money held for and paid to a customer in the year before this, and after. */
  public BigDecimal givenInYear(long customerId, Instant before) {
    return jdbc.sql(
            """
            select coalesce(sum(l.held + l.paid), 0) from ledger l
            join award a on a.id = l.award_id
            where a.customer_id = :customer and a.proposed_at > :since
            """)
        .param("customer", customerId)
        .param("since", Instants.bind(before.minus(YEAR)))
        .query(BigDecimal.class)
        .single();
  }

  void ask(long id, int rung, String approver, Instant at, TimeSpan within) {
    jdbc.sql("insert into approval (award_id, rung, asked, asked_at, span) values (?, ?, ?, ?, ?)")
        .params(id, rung, approver, Instants.bind(at), within.toString())
        .update();
  }

  /** Who was asked to approve an award, in this order. */
  public List<String> asked(long id) {
    return jdbc.sql("select asked from approval where award_id = :award order by rung")
        .param("award", id)
        .query(String.class)
        .list();
  }

  /** The awards that wait for approval, the longest waiting first. */
  List<Waiting> waiting() {
    return jdbc.sql(
            """
            select a.*, l.step as state, l.reason, t.number, p.asked, p.asked_at, p.span, p.rung,
                   coalesce(c.name, c.email, c.phone, c.external_id, '–') as customer,
                   (select sum(g.held + g.paid) from ledger g join award b on b.id = g.award_id
                    where b.customer_id = a.customer_id
                    and b.proposed_at > a.proposed_at - interval '365' day) as given
            from approval p
            join award a on a.id = p.award_id
            join ledger l on l.award_id = a.id and l.nr = 1
            join ticket t on t.id = a.ticket_id
            join customer c on c.id = a.customer_id
            where p.rung = (select max(q.rung) from approval q where q.award_id = a.id)
              and not exists (select 1 from ledger m where m.award_id = a.id and m.nr > 1)
            order by a.proposed_at, a.id
            """)
        .query(
            (row, number) ->
                new Waiting(
                    award(row, number),
                    row.getString("number"),
                    row.getString("customer"),
                    row.getBigDecimal("given"),
                    row.getString("reason"),
                    row.getString("asked"),
                    Instants.readPresent(row, "asked_at"),
                    row.getString("span"),
                    row.getInt("rung")))
        .list();
  }

  private static Award award(ResultSet row, int number) throws SQLException {
    return new Award(
        row.getLong("id"),
        row.getLong("ticket_id"),
        row.getLong("customer_id"),
        row.getString("team"),
        row.getObject("budget_month", LocalDate.class),
        row.getString("kind"),
        row.getBigDecimal("amount"),
        row.getString("currency"),
        row.getString("proposed_by"),
        Instants.readPresent(row, "proposed_at"),
        Step.of(row.getString("state")));
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    var award = award(row, number);
    return new Line(
        award,
        row.getString("number"),
        row.getInt("nr"),
        award.state(),
        Instants.readPresent(row, "at"),
        row.getString("actor"),
        row.getBigDecimal("held"),
        row.getBigDecimal("paid"),
        row.getString("reason"));
  }
}
