package org.redress.ticket.review;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.access.SiteSettings;
import org.redress.access.Staff;
import org.redress.ticket.Changes.By;
import org.redress.ticket.Tickets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is changed so that it does not happen again: agreed, done, and looked at whether it helped.
 */
@Component
public class CorrectiveActions {

  private static final int LONGEST = 2000;

  private final ActionRows rows;
  private final ActionNotes notes;
  private final Tickets tickets;
  private final Clock clock;
  private final ZoneId zone;

  CorrectiveActions(
      ActionRows rows, ActionNotes notes, Tickets tickets, Clock clock, SiteSettings site) {
    this.rows = rows;
    this.notes = notes;
    this.tickets = tickets;
    this.clock = clock;
    this.zone = site.timeZone();
  }

  /** Today, in the site's time zone. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /**
   * Agrees on something to change.
   *
   * @param what in one or two sentences
   * @param owner the user who sees to it
   * @param due the last day for it, today or later
   * @throws IllegalArgumentException naming the field that is missing or cannot be
   */
  @Transactional
  public CorrectiveAction agree(
      String number,
      @Nullable String what,
      Staff.@Nullable User owner,
      @Nullable LocalDate due,
      String actor) {
    var said = text("what", what);
    if (owner == null) {
      throw new IllegalArgumentException("the field 'owner' must name a user who works here");
    }
    var day = notPast("due", due);
    var ticket = tickets.forChange(number);
    var now = clock.instant();
    var action = notes.agreed(ticket, said, owner.name(), day, By.person(actor, now));
    rows.add(action);
    notes.tellAgreed(action, day.plusDays(1).atStartOfDay(zone).toInstant());
    return action;
  }

  /**
   * It is done; by {@code checkBy} somebody looks whether it helped.
   *
   * @throws IllegalArgumentException when the day is missing or past
   */
  @Transactional
  public void done(CorrectiveAction action, @Nullable LocalDate checkBy, String actor) {
    var by = By.person(actor, clock.instant());
    if (rows.done(action.id(), notPast("check_by", checkBy), by)) {
      notes.done(action, by);
    }
  }

  /**
   * Somebody looked whether it helped.
   *
   * @param note what was seen
   * @throws IllegalArgumentException when the note is missing or too long
   */
  @Transactional
  public void checked(
      CorrectiveAction action, boolean effective, @Nullable String note, String actor) {
    var by = By.person(actor, clock.instant(), text("note", note));
    if (rows.checked(action.id(), effective, by)) {
      notes.checked(action, effective, by);
    }
  }

  /** One action. */
  public Optional<CorrectiveAction> find(long id) {
    return rows.find(id);
  }

  /** The actions agreed on tickets, the oldest first. */
  public List<CorrectiveAction> of(Collection<Long> ticketIds) {
    return rows.of(ticketIds);
  }

  /** What is still to be done or looked at, by day, as far as a person may see it. */
  public List<CorrectiveAction> open(Person me) {
    return rows.open(me.name(), me.seesAllTickets(), me.teams());
  }

  private static String text(String field, @Nullable String given) {
    if (given == null || given.isBlank() || given.length() > LONGEST) {
      throw new IllegalArgumentException(
          "the field '%s' must hold 1 to %d characters".formatted(field, LONGEST));
    }
    return given.strip();
  }

  private LocalDate notPast(String field, @Nullable LocalDate day) {
    if (day == null || day.isBefore(today())) {
      throw new IllegalArgumentException(
          "the field '%s' must be a day such as %s, today or later"
              .formatted(field, today().plusWeeks(1)));
    }
    return day;
  }
}
