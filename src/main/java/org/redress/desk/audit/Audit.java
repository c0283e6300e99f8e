package org.redress.desk.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.storage.Instants;
import org.redress.ticket.History;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks through the histories of all tickets and of the rule books, the newest first. */
@Repository
class Audit {

  /** What puts a rule book into force is called here. */
  static final String RULE_BOOK = "rule_book";

  private static final Comparator<Deed> NEWEST_FIRST =
      Comparator.comparing((Deed deed) -> deed.entry().at()).thenComparingLong(Deed::id).reversed();

  private final JdbcClient jdbc;

  Audit(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What somebody did.
   *
   * @param ticket its number; none for a rule book
   */
  record Deed(long id, @Nullable String ticket, History.Entry entry) {

    Cursor cursor() {
      return new Cursor(entry.at(), id);
    }
  }

  /** Where a page ends. */
  record Cursor(Instant at, long id) {

    /** As it stands in addresses. */
    @Override
    public String toString() {
      return at + "~" + id;
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException when it is something else
     */
    static Cursor of(String text) {
      var parts = text.split("~", 2);
      try {
        return new Cursor(Instant.parse(parts[0]), Long.parseLong(parts[parts.length - 1]));
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(text, e);
      }
    }
  }

  /**
   * What is looked for.
   *
   * @param person whose deeds; empty for those of all people, not of the service
   * @param kind which event; empty for all
   * @param before where the page begins
   */
  record Wanted(String person, String kind, Instant from, Cursor before) {

    private boolean isBy(String actor) {
      return person.isEmpty() ? !actor.equals(History.REDRESS) : actor.equals(person);
    }
  }

  /** At most so many deeds, the newest first. */
  List<Deed> find(Wanted wanted, int most) {
    var found = new ArrayList<>(onTickets(wanted, most));
    found.addAll(ruleBooks(wanted, most));
    return found.stream().sorted(NEWEST_FIRST).limit(most).toList();
  }

  private List<Deed> onTickets(Wanted wanted, int most) {
    if (wanted.kind().equals(RULE_BOOK)) {
      return List.of();
    }
    var person = wanted.person().isEmpty() ? "h.actor <> :person" : "h.actor = :person";
    return jdbc.sql(
            """
            select h.id, t.number, h.ticket_id, h.at, h.actor, h.event, h.old_value, h.new_value,
                   h.rule, h.clock, h.reason
            from history h join ticket t on t.id = h.ticket_id
            where %s and (:kind = '' or h.event = :kind) and h.at >= :from and h.at <= :at
              and (h.at < :at or h.id < :id)
            order by h.at desc, h.id desc limit :most
            """
                .formatted(person))
        .param("person", wanted.person().isEmpty() ? History.REDRESS : wanted.person())
        .param("kind", wanted.kind())
        .param("from", Instants.bind(wanted.from()))
        .param("at", Instants.bind(wanted.before().at()))
        .param("id", wanted.before().id())
        .param("most", most)
        .query(Audit::read)
        .list();
  }

  private static Deed read(ResultSet row, int number) throws SQLException {
    return new Deed(
        row.getLong("id"),
        row.getString("number"),
        new History.Entry(
            row.getLong("ticket_id"),
            Instants.readPresent(row, "at"),
            row.getString("actor"),
            row.getString("event"),
            row.getString("old_value"),
            row.getString("new_value"),
            row.getString("rule"),
            row.getString("clock"),
            row.getString("reason")));
  }

  /** Few enough to look at them all. */
  private List<Deed> ruleBooks(Wanted wanted, int most) {
    if (!wanted.kind().isEmpty() && !wanted.kind().equals(RULE_BOOK)) {
      return List.of();
    }
    return jdbc
        .sql(
            """
            select a.id, a.at, a.actor, a.version, b.comment
            from rule_book_activation a join rule_book b on b.version = a.version
            where a.at >= :from and a.at <= :at and (a.at < :at or a.id < :id)
            order by a.at desc, a.id desc
            """)
        .param("from", Instants.bind(wanted.from()))
        .param("at", Instants.bind(wanted.before().at()))
        .param("id", wanted.before().id())
        .query(Audit::readRuleBook)
        .list()
        .stream()
        .filter(deed -> wanted.isBy(deed.entry().actor()))
        .limit(most)
        .toList();
  }

  private static Deed readRuleBook(ResultSet row, int number) throws SQLException {
    return new Deed(
        row.getLong("id"),
        null,
        new History.Entry(
            0,
            Instants.readPresent(row, "at"),
            row.getString("actor"),
            RULE_BOOK,
            null,
            row.getString("version"),
            null,
            null,
            row.getString("comment")));
  }
}
