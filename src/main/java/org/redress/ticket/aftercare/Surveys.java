package org.redress.ticket.aftercare;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.ticket.Changes;
import org.redress.ticket.Changes.By;
import org.redress.ticket.History;
import org.redress.ticket.Ticket;
import org.redress.ticket.Tickets;
import org.redress.ticket.work.Reopening;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What customers answer when they are asked how satisfied they are. */
@Component
public class Surveys {

  /** The best score there is. */
  public static final int BEST = 5;

  private final SurveyRows surveys;
  private final Tickets tickets;
  private final Heard heard;
  private final Clock clock;

  Surveys(SurveyRows surveys, Tickets tickets, Heard heard, Clock clock) {
    this.surveys = surveys;
    this.tickets = tickets;
    this.heard = heard;
    this.clock = clock;
  }

  /** The survey behind a token. */
  public Optional<Survey> find(String token) {
    return surveys.find(token);
  }

  /** The surveys of a ticket, one a round. */
  public List<Survey> of(Ticket ticket) {
    return surveys.of(ticket.id());
  }

  /**
   * Keeps an answer; a second one changes nothing. Who is not satisfied finds the ticket opened
   * again, one rank higher.
   *
   * @param score from 1 to {@link #BEST}
   * @param remark what the customer added
   * @throws IllegalArgumentException when the score is none
   */
  @Transactional
  public void answer(Survey survey, int score, @Nullable String remark) {
    if (score < 1 || score > BEST) {
      throw new IllegalArgumentException("a score is 1 to %d, not %d".formatted(BEST, score));
    }
    var ticket = tickets.forChange(survey.ticket());
    var now = clock.instant();
    if (surveys.answer(survey, score, remark, now)) {
      heard.take(ticket, survey, score, By.person(History.REDRESS, now, remark));
    }
  }

  /** What an answer does to the ticket it is about. */
  @Component
  static class Heard {

    private final Changes changes;
    private final Satisfaction satisfaction;
    private final Reopening reopening;
    private final Tickets tickets;

    Heard(Changes changes, Satisfaction satisfaction, Reopening reopening, Tickets tickets) {
      this.changes = changes;
      this.satisfaction = satisfaction;
      this.reopening = reopening;
      this.tickets = tickets;
    }

    private void take(Ticket ticket, Survey survey, int score, By by) {
      satisfaction.heard(ticket, score);
      changes.note(ticket.id(), "survey_answered", null, String.valueOf(score), by);
      var stillDone =
          Reopening.isDone(ticket)
              && survey.round() == ticket.round()
              && tickets.livesOnAs(ticket.number()).equals(ticket.number());
      if (score <= Satisfaction.NOT_SATISFIED && stillDone) {
        reopening.reopenHigher(ticket.number(), by.actor(), by.reason());
      }
    }
  }
}
