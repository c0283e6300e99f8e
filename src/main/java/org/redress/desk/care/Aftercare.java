package org.redress.desk.care;

import org.redress.desk.review.ReviewCard;
import org.redress.ticket.Ticket;
import org.redress.ticket.aftercare.Surveys;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Everything about the care of a ticket that its screen shows. */
@Component
public class Aftercare {

  private final CareCard card;
  private final Surveys surveys;
  private final ReviewCard review;

  Aftercare(CareCard card, Surveys surveys, ReviewCard review) {
    this.card = card;
    this.surveys = surveys;
    this.review = review;
  }

  /** Puts it into the model. */
  public void show(Ticket ticket, Model model) {
    card.show(ticket, model);
    model.addAttribute("surveys", surveys.of(ticket));
    review.show(ticket, model);
  }
}
