package org.redress.desk.bulk;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.access.Staff;
import org.redress.access.Staff.Member;
import org.redress.decision.Decisions;
import org.redress.desk.bulk.Wanted.Kind;
import org.redress.ticket.Ticket;
import org.redress.ticket.TicketStatus;
import org.redress.ticket.Tickets;
import org.redress.ticket.assignment.Giving;
import org.redress.ticket.correction.Correcting;
import org.redress.ticket.correction.NoSuchAnswer;
import org.redress.ticket.work.NotNow;
import org.springframework.stereotype.Component;

/** Does one thing to many tickets; each by itself, so that one that cannot be stops no other. */
@Component("bulk")
class Bulk {

  private final Tickets tickets;
  private final Giving giving;
  private final Correcting correcting;
  private final Staff staff;
  private final Decisions decisions;

  Bulk(Tickets tickets, Giving giving, Correcting correcting, Staff staff, Decisions decisions) {
    this.tickets = tickets;
    this.giving = giving;
    this.correcting = correcting;
    this.staff = staff;
    this.decisions = decisions;
  }

  /** A ticket as it was before. */
  record Before(String number, @Nullable String owner, String team, String priority)
      implements Serializable {

    @Nullable String value(Kind kind) {
      return switch (kind) {
        case OWNER -> owner;
        case TEAM -> team;
        case PRIORITY -> priority;
      };
    }
  }

  /**
   * What came of it.
   *
   * @param done the changed tickets as they were before
   * @param left the numbers of those that could not be changed
   */
  record Outcome(Wanted wanted, List<Before> done, List<String> left) implements Serializable {}

  /** The people to whom somebody may give tickets. */
  public List<String> colleagues(Person me) {
    return staff.teams().entrySet().stream()
        .filter(team -> me.seesAllTickets() || me.teams().contains(team.getKey()))
        .flatMap(
            team ->
                Stream.concat(
                    team.getValue().members().stream().map(Member::user),
                    team.getValue().ladder().values().stream()))
        .distinct()
        .filter(user -> !user.equals(me.name()))
        .sorted()
        .toList();
  }

  /** The teams that tickets may be moved to. */
  public Collection<String> teams() {
    return staff.teams().keySet();
  }

  /** The priorities of the rule book. */
  public Collection<String> priorities() {
    return decisions
        .active()
        .question("priority")
        .map(question -> List.copyOf(question.answers().keySet()))
        .orElse(List.of());
  }

  /** Whether the person may do that at all. */
  boolean isOpenTo(Person me, Wanted wanted) {
    return me.worksOnTickets()
        && (me.leads()
            || wanted.kind() == Kind.PRIORITY
            || wanted.kind() == Kind.OWNER && me.name().equals(wanted.value()));
  }

  /** Does it to each ticket that the person may see and that stands so. */
  Outcome apply(List<String> numbers, Wanted wanted, String reason, Person me) {
    var done = new ArrayList<Before>();
    var left = new ArrayList<String>();
    for (var number : numbers) {
      var before = tickets.find(number).filter(t -> me.maySee(t.team(), t.owner())).orElse(null);
      if (before == null || !change(before, wanted, reason, me)) {
        left.add(number);
      } else {
        done.add(before(before));
      }
    }
    return new Outcome(wanted, done, left);
  }

  /** Takes it back where nobody has changed it since. */
  Outcome undo(Outcome earlier, String reason, Person me) {
    var kind = earlier.wanted().kind();
    var done = new ArrayList<Before>();
    var left = new ArrayList<String>();
    for (var was : earlier.done()) {
      var now = tickets.find(was.number()).orElse(null);
      var isOurs = now != null && Objects.equals(before(now).value(kind), earlier.wanted().value());
      if (isOurs && change(now, new Wanted(kind, was.value(kind)), reason, me)) {
        if (kind == Kind.TEAM && was.owner() != null) {
          change(now, new Wanted(Kind.OWNER, was.owner()), reason, me);
        }
        done.add(was);
      } else {
        left.add(was.number());
      }
    }
    return new Outcome(earlier.wanted(), done, left);
  }

  private boolean change(Ticket ticket, Wanted wanted, String reason, Person me) {
    if (ticket.status() == TicketStatus.CLOSED) {
      return false;
    }
    try {
      if (wanted.kind() == Kind.OWNER) {
        giving.give(ticket.number(), wanted.value(), me.name());
      } else {
        var question = wanted.kind() == Kind.TEAM ? "team" : "priority";
        var answer = List.of(Objects.requireNonNullElse(wanted.value(), ""));
        correcting.correct(ticket.number(), Map.of(question, answer), me.name(), reason);
      }
      return true;
    } catch (NotNow | NoSuchAnswer | NoSuchElementException refused) {
      return false;
    }
  }

  private static Before before(Ticket ticket) {
    return new Before(ticket.number(), ticket.owner(), ticket.team(), ticket.verdict().priority());
  }
}
