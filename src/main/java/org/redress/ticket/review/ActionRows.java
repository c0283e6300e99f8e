package org.redress.ticket.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redress.storage.Instants;
import org.redress.ticket.Changes.By;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Corrective actions as rows. */
@Repository
class ActionRows {

  private static final String SELECT =
      "select a.*, t.number from corrective_action a join ticket t on t.id = a.ticket_id ";
  private static final int MOST = 200;

  private final JdbcClient jdbc;

  ActionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(CorrectiveAction action) {
    jdbc.sql(
            """
            insert into corrective_action (id, ticket_id, what, owner, due, agreed_by, agreed_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            action.id(),
            action.ticketId(),
            action.what(),
            action.owner(),
            action.due(),
            action.agreedBy(),
            Instants.bind(action.agreedAt()))
        .update();
  }

  boolean done(long id, LocalDate checkBy, By by) {
    return jdbc.sql(
                """
                update corrective_action set done_at = ?, check_by = ?
                where id = ? and done_at is null
                """)
            .params(Instants.bind(by.at()), checkBy, id)
            .update()
        == 1;
  }

  boolean checked(long id, boolean effective, By by) {
    return jdbc.sql(
                """
                update corrective_action
                set effective = ?, check_note = ?, checked_by = ?, checked_at = ?
                where id = ? and done_at is not null and effective is null
                """)
            .params(effective, by.reason(), by.actor(), Instants.bind(by.at()), id)
            .update()
        == 1;
  }

  Optional<CorrectiveAction> find(long id) {
    return jdbc.sql(SELECT + "where a.id = :id").param("id", id).query(ActionRows::read).optional();
  }

  List<CorrectiveAction> of(Collection<Long> ticketIds) {
    return ticketIds.isEmpty()
        ? List.of()
        : jdbc.sql(SELECT + "where a.ticket_id in (:tickets) order by a.id")
            .param("tickets", ticketIds)
            .query(ActionRows::read)
            .list();
  }

  List<CorrectiveAction> open(String me, boolean all, Set<String> teams) {
    return jdbc.sql(
            SELECT
                + """
                where a.effective is null
                  and (:all = true or a.owner = :me or t.team in (:teams))
                order by case when a.done_at is null then a.due else a.check_by end, a.id
                limit :most
                """)
        .param("all", all)
        .param("me", me)
        .param("teams", teams.isEmpty() ? Set.of("") : teams)
        .param("most", MOST)
        .query(ActionRows::read)
        .list();
  }

  private static CorrectiveAction read(ResultSet row, int number) throws SQLException {
    return new CorrectiveAction(
        row.getLong("id"),
        row.getLong("ticket_id"),
        row.getString("number"),
        row.getString("what"),
        row.getString("owner"),
        row.getObject("due", LocalDate.class),
        row.getString("agreed_by"),
        Instants.readPresent(row, "agreed_at"),
        Instants.read(row, "done_at"),
        row.getObject("check_by", LocalDate.class),
        row.getObject("effective", Boolean.class),
        row.getString("check_note"));
  }
}
