package org.redress.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.storage.Instants;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes changed tickets: nothing of a ticket changes without an entry in its history. */
@Component
public class Changes {

  private final JdbcTemplate batch;
  private final History history;
  private final Corrections corrections;

  Changes(JdbcTemplate batch, History history, Corrections corrections) {
    this.batch = batch;
    this.history = history;
    this.corrections = corrections;
  }

  /**
   * Who or what changes a ticket.
   *
   * @param rule for the machine: the rule or ladder behind it
   * @param clock for the machine: the obligation whose clock it was
   * @param reason what a person gave as the reason
   */
  public record By(
      String actor,
      Instant at,
      @Nullable String rule,
      @Nullable String clock,
      @Nullable String reason) {

    /** A person without a reason. */
    public static By person(String actor, Instant at) {
      return new By(actor, at, null, null, null);
    }

    /** A person with a reason. */
    public static By person(String actor, Instant at, @Nullable String reason) {
      return new By(actor, at, null, null, reason);
    }

    /** The service itself, because a clock says so. */
    public static By clock(Instant at, String rule, String clock) {
      return new By(History.REDRESS, at, rule, clock, null);
    }

    /** An entry of the history by this actor. */
    public History.Entry entry(
        long ticketId, String event, @Nullable String oldValue, @Nullable String newValue) {
      return new History.Entry(ticketId, at, actor, event, oldValue, newValue, rule, clock, reason);
    }
  }

  /** A ticket before and after; both are the same ticket, and locked. */
  public record Change(Ticket before, Ticket after, By by) {}

  /** Writes one changed ticket. */
  public void apply(Ticket before, Ticket after, By by) {
    apply(List.of(new Change(before, after, by)));
  }

  /**
   * Writes changed tickets and what is different about them, in two round trips, or three where
   * people corrected something.
   */
  public void apply(List<Change> changes) {
    batch.batchUpdate(
        """
        update ticket set status = ?, team = ?, owner = ?, level = ?, round = ?, priority = ?,
                          category = ?, cause = ?, demand = ?, emotion = ?, severity = ?,
                          changed_at = ? where id = ?
        """,
        changes.stream().map(change -> row(change.after(), change.by().at())).toList());
    var entries = changes.stream().flatMap(change -> entries(change).stream()).toList();
    history.add(entries);
    corrections.keep(entries);
  }

  /** Notes something about a ticket that is no field of it. */
  public void note(
      long ticketId, String event, @Nullable String oldValue, @Nullable String newValue, By by) {
    note(List.of(ticketId), event, oldValue, newValue, by);
  }

  /** Notes the same about many tickets, in one round trip. */
  public void note(
      Collection<Long> ticketIds,
      String event,
      @Nullable String oldValue,
      @Nullable String newValue,
      By by) {
    history.add(ticketIds.stream().map(id -> by.entry(id, event, oldValue, newValue)).toList());
  }

  private static Object[] row(Ticket ticket, Instant at) {
    return new Object[] {
      ticket.status().key(),
      ticket.team(),
      ticket.owner(),
      ticket.level(),
      ticket.round(),
      ticket.verdict().priority(),
      ticket.verdict().category(),
      ticket.verdict().cause(),
      String.join(",", ticket.verdict().demands()),
      ticket.verdict().emotion(),
      ticket.verdict().severity(),
      Instants.bind(at),
      ticket.id()
    };
  }

  private static List<History.Entry> entries(Change change) {
    var entries = new ArrayList<History.Entry>();
    different(change, "status", ticket -> ticket.status().key(), entries);
    different(change, "team", Ticket::team, entries);
    different(change, "priority", ticket -> ticket.verdict().priority(), entries);
    different(change, "category", ticket -> ticket.verdict().category(), entries);
    different(change, "emotion", ticket -> ticket.verdict().emotion(), entries);
    different(change, "severity", ticket -> ticket.verdict().severity(), entries);
    different(change, "cause", ticket -> ticket.verdict().cause(), entries);
    different(change, "demand", ticket -> String.join(",", ticket.verdict().demands()), entries);
    different(change, "round", ticket -> String.valueOf(ticket.round()), entries);
    different(change, "level", ticket -> String.valueOf(ticket.level()), entries);
    different(change, "owner", Ticket::owner, entries);
    return entries;
  }

  private static void different(
      Change change,
      String event,
      Function<Ticket, @Nullable String> field,
      List<History.Entry> entries) {
    var before = field.apply(change.before());
    var after = field.apply(change.after());
    if (!Objects.equals(before, after)) {
      entries.add(change.by().entry(change.after().id(), event, before, after));
    }
  }
}
