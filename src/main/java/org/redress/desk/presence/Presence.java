package org.redress.desk.presence;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.redress.storage.Instants;
import org.redress.ticket.Ticket;
import org.redress.ticket.reply.ReplyWriting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who looks at tickets, as their screens tell every few seconds. */
@Repository
class Presence {

  /** Screens tell every ten seconds; who misses two has gone. */
  private static final Duration GONE = Duration.ofSeconds(25);

  private static final Duration WRITING = Duration.ofSeconds(30);

  private final JdbcClient jdbc;
  private final ReplyWriting writing;
  private final Clock clock;

  Presence(JdbcClient jdbc, ReplyWriting writing, Clock clock) {
    this.jdbc = jdbc;
    this.writing = writing;
    this.clock = clock;
  }

  /** Somebody else at a ticket. */
  record Other(String person, boolean writing) {}

  /** Notes that {@code me} looks at a ticket, and tells who else does; writers first. */
  @Transactional
  List<Other> look(Ticket ticket, String me) {
    var now = clock.instant();
    jdbc.sql(
            """
            merge into presence p
            using (values (cast(? as bigint), cast(? as varchar(60)),
                           cast(? as timestamp with time zone))) as n (ticket_id, person, seen_at)
            on p.ticket_id = n.ticket_id and p.person = n.person
            when matched then update set seen_at = n.seen_at
            when not matched then insert (ticket_id, person, seen_at)
              values (n.ticket_id, n.person, n.seen_at)
            """)
        .params(ticket.id(), me, Instants.bind(now))
        .update();
    var looking =
        jdbc.sql(
                """
                select person from presence
                where ticket_id = ? and person <> ? and seen_at >= ? order by person
                """)
            .params(ticket.id(), me, Instants.bind(now.minus(GONE)))
            .query(String.class)
            .list();
    var writers = writing.writing(ticket, now.minus(WRITING));
    return looking.stream()
        .map(person -> new Other(person, writers.contains(person)))
        .sorted((one, other) -> Boolean.compare(other.writing(), one.writing()))
        .toList();
  }
}
