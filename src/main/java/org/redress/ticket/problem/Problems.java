package org.redress.ticket.problem;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.storage.Ids;
import org.redress.storage.Instants;
import org.redress.ticket.Ticket;
import org.redress.ticket.TicketRows;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Causes that keep coming back. Of one category and cause there is at most one open problem. */
@Repository
public class Problems {

  private static final String SELECT =
      """
      select p.*, (select count(*) from problem_ticket l where l.problem_id = p.id) as tickets
      from problem p
      """;
  private static final int MOST = 50;

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;
  private final Ids ids;
  private final Clock clock;

  Problems(JdbcClient jdbc, JdbcTemplate batch, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.batch = batch;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Opens a problem.
   *
   * @throws org.springframework.dao.DuplicateKeyException when one is open
   */
  long open(Ticket last, @Nullable String owner) {
    return open(last, owner, null, key(last));
  }

  /**
   * Opens a problem of many customers with the same fault.
   *
   * @param words what they said, the words that tell most
   * @throws org.springframework.dao.DuplicateKeyException when one is open
   */
  long openFault(Ticket last, @Nullable String owner, List<String> words) {
    return open(last, owner, shortened(String.join(" ", words), 500), key(words));
  }

  /** The open fault that begins with the same words. */
  Optional<Long> openFor(List<String> words) {
    return openFor(key(words));
  }

  private static String key(List<String> words) {
    var first = words.stream().sorted().limit(3).collect(Collectors.joining("/"));
    return shortened("fault/" + first, 130);
  }

  private static String shortened(String text, int most) {
    return text.substring(0, Math.min(most, text.length()));
  }

  private long open(Ticket last, @Nullable String owner, @Nullable String words, String key) {
    var id = ids.next();
    jdbc.sql(
            """
            insert into problem (id, category, cause, owner, opened_at, words, open_key)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            last.verdict().category(),
            last.verdict().cause(),
            owner,
            Instants.bind(clock.instant()),
            words,
            key)
        .update();
    return id;
  }

  /** The words of open faults by problem. */
  Map<Long, String> openFaults() {
    var open = new LinkedHashMap<Long, String>();
    jdbc.sql("select id, words from problem where words is not null and solved_at is null")
        .query(
            row -> {
              open.put(row.getLong("id"), row.getString("words"));
            });
    return open;
  }

  /** The tickets that these complaints opened. */
  List<Long> ticketsOf(Collection<Long> complaints) {
    return jdbc.sql("select id from ticket where complaint_id in (:complaints)")
        .param("complaints", complaints)
        .query(Long.class)
        .list();
  }

  /** Adds to an open problem those tickets that are not part of any, and says which they were. */
  List<Long> addNew(long id, Collection<Long> ticketIds) {
    var fresh =
        jdbc.sql(
                """
                select t.id from ticket t
                where t.id in (:tickets) and t.merged_into is null
                  and exists (select 1 from problem p where p.id = :problem and p.solved_at is null)
                  and not exists (select 1 from problem_ticket l where l.ticket_id = t.id)
                """)
            .param("tickets", ticketIds)
            .param("problem", id)
            .query(Long.class)
            .list();
    add(id, fresh);
    return fresh;
  }

  void add(long id, Collection<Long> ticketIds) {
    batch.batchUpdate(
        "insert into problem_ticket (problem_id, ticket_id) values (?, ?)",
        ticketIds.stream().map(ticket -> new Object[] {id, ticket}).toList());
  }

  Optional<Long> openFor(Ticket ticket) {
    return openFor(key(ticket));
  }

  private Optional<Long> openFor(String key) {
    return jdbc.sql("select id from problem where open_key = :key")
        .param("key", key)
        .query(Long.class)
        .optional();
  }

  private static String key(Ticket ticket) {
    return ticket.verdict().category() + "/" + ticket.verdict().cause();
  }

  /** One problem. */
  public Optional<Problem> find(long id) {
    return jdbc.sql(SELECT + "where p.id = :id").param("id", id).query(Problems::read).optional();
  }

  /** The newest problems, open ones first. */
  public List<Problem> latest() {
    return jdbc.sql(
            SELECT
                + """
                order by case when p.solved_at is null then 0 else 1 end, p.opened_at desc, p.id
                limit :most
                """)
        .param("most", MOST)
        .query(Problems::read)
        .list();
  }

  /** The problems a ticket belongs to. */
  public List<Problem> of(Ticket ticket) {
    return jdbc.sql(
            SELECT
                + """
                where p.id in (select l.problem_id from problem_ticket l where l.ticket_id = :ticket)
                order by p.id
                """)
        .param("ticket", ticket.id())
        .query(Problems::read)
        .list();
  }

  /** The tickets of a problem, the newest first. */
  public List<Ticket> tickets(Problem problem) {
    return jdbc.sql(
            """
            select t.* from ticket t join problem_ticket l on l.ticket_id = t.id
            where l.problem_id = :problem order by t.id desc
            """)
        .param("problem", problem.id())
        .query(TicketRows::read)
        .list();
  }

  /** Makes somebody see to an open problem. */
  @Transactional
  public void take(Problem problem, String owner) {
    jdbc.sql("update problem set owner = :owner where id = :id and solved_at is null")
        .param("owner", owner)
        .param("id", problem.id())
        .update();
  }

  /** Ends a problem; should its cause come back, a new one is opened. */
  @Transactional
  public void solve(Problem problem, String solution, String actor) {
    jdbc.sql(
            """
            update problem set solved_at = ?, solved_by = ?, solution = ?, open_key = null
            where id = ? and solved_at is null
            """)
        .params(Instants.bind(clock.instant()), actor, solution, problem.id())
        .update();
  }

  private static Problem read(ResultSet row, int number) throws SQLException {
    return new Problem(
        row.getLong("id"),
        row.getString("category"),
        row.getString("cause"),
        row.getString("owner"),
        Instants.readPresent(row, "opened_at"),
        Instants.read(row, "solved_at"),
        row.getString("solved_by"),
        row.getString("solution"),
        row.getString("words"),
        row.getLong("tickets"));
  }
}
