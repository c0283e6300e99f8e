package org.redress.ticket.correction;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.access.Staff;
import org.redress.decision.Decisions;
import org.redress.ticket.Changes;
import org.redress.ticket.Changes.By;
import org.redress.ticket.Corrections;
import org.redress.ticket.Ticket;
import org.redress.ticket.TicketChanged;
import org.redress.ticket.TicketChanged.Kind;
import org.redress.ticket.Tickets;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Corrects what the rules concluded about a ticket; always with a reason. */
@Component
public class Correcting {

  private static final String TEAM = "team";

  private final Tickets tickets;
  private final Changes changes;
  private final Known known;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Correcting(
      Tickets tickets,
      Changes changes,
      Known known,
      ApplicationEventPublisher events,
      Clock clock) {
    this.tickets = tickets;
    this.changes = changes;
    this.known = known;
    this.events = events;
    this.clock = clock;
  }

  /** What may be answered. */
  @Component
  record Known(Decisions decisions, Staff staff) {

    void check(String question, List<String> values) {
      var answers = answers(question);
      for (var value : values) {
        if (!answers.contains(value)) {
          throw new NoSuchAnswer(question, value, answers);
        }
      }
      if (values.size() != 1 && !question.equals("demand")) {
        throw new NoSuchAnswer(question, String.join(",", values), answers);
      }
    }

    private Collection<String> answers(String question) {
      if (!Corrections.QUESTIONS.contains(question)) {
        return Set.of();
      }
      return question.equals(TEAM)
          ? staff.teams().keySet()
          : decisions.active().question(question).map(q -> q.answers().keySet()).orElse(Set.of());
    }
  }

  /**
   * Sees to it that the questions and answers are known.
   *
   * @throws NoSuchAnswer when one is not
   */
  public void check(Map<String, List<String>> answers) {
    answers.forEach(known::check);
  }

  /**
   * Puts other answers in the place of those a ticket has. Another team means that the ticket waits
   * there for an owner; whatever else changes, the rules are asked anew what the ticket owes.
   *
   * @param answers by question; {@code demand} may have any number
   * @return the ticket as it is now
   * @throws NoSuchAnswer when an answer is unknown
   */
  @Transactional
  public Ticket correct(
      String number, Map<String, List<String>> answers, String actor, String reason) {
    return apply(number, answers, By.person(actor, clock.instant(), reason));
  }

  /** The same because a rule says so after a correction: no correction of its own. */
  @Transactional
  public Ticket follow(String number, String question, String answer, String rule, String actor) {
    var by = new By(actor, clock.instant(), rule, null, null);
    return apply(number, Map.of(question, List.of(answer)), by);
  }

  private Ticket apply(String number, Map<String, List<String>> answers, By by) {
    check(answers);
    var before = tickets.forChange(number);
    var after = before;
    for (var answer : answers.entrySet()) {
      after = with(after, answer.getKey(), answer.getValue());
    }
    changes.apply(before, after, by);
    if (!after.team().equals(before.team())) {
      events.publishEvent(new TicketChanged(after, Kind.MOVED, by.at()));
    }
    if (!after.verdict().equals(before.verdict())) {
      events.publishEvent(new TicketChanged(after, Kind.CORRECTED, by.at()));
    }
    return after;
  }

  private static Ticket with(Ticket ticket, String question, List<String> values) {
    if (!question.equals(TEAM)) {
      return ticket.with(ticket.verdict().with(question, values));
    }
    return ticket.team().equals(values.get(0)) ? ticket : ticket.atTeam(values.get(0));
  }
}
