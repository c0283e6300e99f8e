package org.redress.desk.care;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.storage.Instants;
import org.redress.ticket.Ticket;
import org.redress.ticket.TicketRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The customers who have their result and are to be asked whether all is well. */
@Repository
public class CallList {

  private static final int MOST = 200;
  private static final String OWED =
      """
      select * from (
      select t.*, coalesce(c.name, c.email, c.phone, c.external_id, '–') as customer,
             c.phone, c.email, r.note as promised,
             (select max(d.due_at) from deadline d
              where d.ticket_id = t.id and d.obligation = 'follow_up' and d.round = t.round)
               as due_at,
             (select count(*) from call_attempt a
              where a.ticket_id = t.id and a.round = t.round) as tries,
             (select max(a.next_at) from call_attempt a
              where a.ticket_id = t.id and a.round = t.round) as next_at
      from ticket t
        join customer c on c.id = t.customer_id
        left join care_done r
          on r.ticket_id = t.id and r.step = 'give_result' and r.round = t.round
      where t.status = 'solved'
        and (t.owner = :me or :own = false and (:all = true or t.team in (:teams)))
        and not exists (select 1 from care_done f where f.ticket_id = t.id
                        and f.step = 'follow_up' and f.round = t.round)
      ) owed
      order by case when next_at is null and due_at is null then 1 else 0 end,
               coalesce(next_at, due_at), id
      limit :most
      """;

  private final JdbcClient jdbc;

  CallList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One call that is owed.
   *
   * @param dueAt when it is owed; none where no rule sets a time
   * @param tries how often nobody answered
   * @param nextAt when to try again; none before the first try
   * @param promised what was done and promised when the result was given
   */
  public record Call(
      Ticket ticket,
      String customer,
      @Nullable String phone,
      @Nullable String email,
      @Nullable Instant dueAt,
      int tries,
      @Nullable Instant nextAt,
      @Nullable String promised) {

    /** When to call: at the next try if there was one, else when it is due. */
    public @Nullable Instant at() {
      return nextAt == null ? dueAt : nextAt;
    }
  }

  /**
   * The calls a person may make, the most urgent first.
   *
   * @param ownOnly only those of the person's own tickets
   */
  public List<Call> of(Person me, boolean ownOnly) {
    return jdbc.sql(OWED)
        .param("me", me.name())
        .param("own", ownOnly)
        .param("all", me.seesAllTickets())
        .param("teams", me.teams().isEmpty() ? Set.of("") : me.teams())
        .param("most", MOST)
        .query(
            (row, number) ->
                new Call(
                    TicketRows.read(row, number),
                    row.getString("customer"),
                    row.getString("phone"),
                    row.getString("email"),
                    Instants.read(row, "due_at"),
                    row.getInt("tries"),
                    Instants.read(row, "next_at"),
                    row.getString("promised")))
        .list();
  }
}
