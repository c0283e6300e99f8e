package org.redress.ticket.fulltext;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.redress.decision.Case;
import org.redress.storage.Instants;
import org.redress.ticket.fulltext.FullText.Said;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what tickets can be found by from the database. */
@Repository
class TicketTexts {

  private final JdbcClient jdbc;

  TicketTexts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The texts of these tickets, in two round trips. */
  List<TicketText> of(Collection<Long> tickets) {
    var said = messages(tickets);
    return jdbc.sql(
            """
            select t.id, t.number, t.subject, o.text, o.reference, o.receipt, o.external_id as sent_as,
                   o.id as complaint, o.customer_id, o.received_at, o.subject as said_subject,
                   c.name, c.email, c.phone, c.external_id
            from ticket t
              join complaint o on o.id = t.complaint_id
              join customer c on c.id = t.customer_id
            where t.id in (:tickets)
            """)
        .param("tickets", tickets)
        .query((row, number) -> text(row, said))
        .list();
  }

  private Map<Long, List<String>> messages(Collection<Long> tickets) {
    var said = new HashMap<Long, List<String>>();
    jdbc.sql("select ticket_id, text from message where ticket_id in (:tickets)")
        .param("tickets", tickets)
        .query(
            row -> {
              said.computeIfAbsent(row.getLong("ticket_id"), id -> new ArrayList<>())
                  .add(row.getString("text"));
            });
    return said;
  }

  private static TicketText text(ResultSet row, Map<Long, List<String>> messages)
      throws SQLException {
    var id = row.getLong("id");
    var words = new ArrayList<>(messages.getOrDefault(id, List.of()));
    for (var column :
        List.of(
            "number",
            "subject",
            "text",
            "reference",
            "receipt",
            "sent_as",
            "name",
            "email",
            "external_id")) {
      words.add(row.getString(column));
    }
    words.removeIf(Objects::isNull);
    var numbers =
        Stream.of(row.getString("phone"), row.getString("number"), row.getString("reference"));
    var said =
        new Said(
            row.getLong("complaint"),
            row.getLong("customer_id"),
            Instants.readPresent(row, "received_at"),
            Case.wholeText(row.getString("said_subject"), row.getString("text")));
    return new TicketText(id, words, numbers.filter(Objects::nonNull).toList(), said);
  }

  /** The next tickets behind an id that changed since a moment, in the order of their ids. */
  List<Long> changedSince(Instant since, long behind, int most) {
    return jdbc.sql(
            """
            select id from ticket where id > :behind and changed_at >= :since
            order by id limit :most
            """)
        .param("behind", behind)
        .param("since", Instants.bind(since))
        .param("most", most)
        .query(Long.class)
        .list();
  }

  long count() {
    return jdbc.sql("select count(*) from ticket").query(Long.class).single();
  }

  /** When this database was made: what tells it from another one at the same address. */
  String database() {
    return jdbc.sql("select min(\"installed_on\") as made from \"flyway_schema_history\"")
        .query((row, number) -> row.getString("made"))
        .single();
  }
}
