package org.redress.desk.queue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.redress.access.Person;
import org.redress.access.Staff;
import org.redress.access.Staff.User;
import org.redress.decision.Decisions;
import org.redress.desk.Times;
import org.redress.desk.Words;
import org.redress.ticket.search.Behind;
import org.redress.ticket.search.Behind.Count;
import org.redress.ticket.search.Field;
import org.redress.ticket.search.TicketFilter;
import org.springframework.stereotype.Component;

/** Filters in the reader's words: what may be chosen, and what is chosen. */
@Component("filterWords")
class FilterWords {

  private static final Set<Field> QUESTIONS =
      Set.of(
          Field.PRIORITY,
          Field.CATEGORY,
          Field.CAUSE,
          Field.EMOTION,
          Field.SEVERITY,
          Field.ESCALATION);

  private final Words words;
  private final Times times;
  private final Decisions decisions;
  private final Staff staff;

  FilterWords(Words words, Times times, Decisions decisions, Staff staff) {
    this.words = words;
    this.times = times;
    this.decisions = decisions;
    this.staff = staff;
  }

  /**
   * One filter that is set.
   *
   * @param name of the parameter in the address
   * @param raw its value there
   */
  public record Chip(String name, String raw, String text) {}

  /** The fields that a list offers, in this order. */
  public List<Field> fields() {
    return List.of(
        Field.STATUS,
        Field.PRIORITY,
        Field.TEAM,
        Field.OWNER,
        Field.CATEGORY,
        Field.CAUSE,
        Field.EMOTION,
        Field.CHANNEL,
        Field.LANGUAGE,
        Field.TIER);
  }

  /** What may be chosen for a field. */
  public Collection<String> options(Field field, Person me) {
    return switch (field) {
      case STATUS -> QueueFilter.STATUSES;
      case TEAM ->
          staff.teams().keySet().stream()
              .filter(team -> me.seesAllTickets() || me.teams().contains(team))
              .toList();
      case OWNER -> owners();
      case CHANNEL -> List.of("email", "web", "phone", "calls", "api");
      case LANGUAGE -> List.of("en", "zh");
      case LEVEL -> List.of("raised");
      case TIER -> List.of("standard", "silver", "gold", "platinum");
      case PRIORITY, CATEGORY, CAUSE, EMOTION, SEVERITY, ESCALATION ->
          decisions
              .active()
              .question(field.key())
              .map(question -> List.copyOf(question.answers().keySet()))
              .orElse(List.of());
    };
  }

  private List<String> owners() {
    var owners = new ArrayList<String>();
    owners.add(TicketFilter.NOBODY);
    staff.users().stream().map(User::name).forEach(owners::add);
    return owners;
  }

  /** A value of a field in words. */
  public String value(Field field, String value) {
    if (QUESTIONS.contains(field)) {
      return words.answer(field.key(), value);
    }
    return switch (field) {
      case TEAM -> words.team(value);
      case OWNER ->
          value.equals(TicketFilter.NOBODY)
              ? words.named("filter.owner", "nobody")
              : words.person(value);
      case STATUS ->
          value.equals("any")
              ? words.named("filter.status", "any")
              : words.named("ticket.status", value);
      case LEVEL -> words.named("level", value);
      default -> words.named(field.key(), value);
    };
  }

  /** A figure such as {@code First contact · late · 1 Nov 2026 – 30 Nov 2026}. */
  private String figure(Behind behind) {
    var key = behind.count().key();
    var how = behind.good() == null ? "" : behind.good() ? "_good" : "_bad";
    var parts = new ArrayList<String>();
    if (!behind.of().isEmpty()) {
      parts.add(
          behind.count() == Count.DUE ? words.obligation(behind.of()) : words.team(behind.of()));
    }
    parts.add(words.named("filter.behind", key + how));
    parts.add(times.date(behind.from()) + " – " + times.date(behind.to()));
    return String.join(" · ", parts);
  }

  /** The filters that are set beyond what the list is. */
  public List<Chip> chips(QueueFilter filter) {
    var chips = new ArrayList<Chip>();
    for (var field : Field.values()) {
      filter
          .values(field.key())
          .forEach(value -> chips.add(new Chip(field.key(), value, value(field, value))));
    }
    filter
        .values("due")
        .forEach(due -> chips.add(new Chip("due", due, words.named("filter.due", due))));
    for (var name : List.of("from", "until")) {
      var date = filter.date(name);
      if (date != null) {
        chips.add(new Chip(name, filter.first(name), times.date(date)));
      }
    }
    var behind = filter.behind();
    if (behind != null) {
      chips.add(new Chip("behind", filter.first("behind"), figure(behind)));
    }
    if (!filter.q().isEmpty()) {
      chips.add(new Chip("q", filter.first("q"), "“" + filter.q() + "”"));
    }
    return chips;
  }
}
