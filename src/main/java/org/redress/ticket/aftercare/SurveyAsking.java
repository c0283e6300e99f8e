package org.redress.ticket.aftercare;

import java.security.SecureRandom;
import java.util.Base64;
import org.redress.customer.Customer;
import org.redress.customer.Customers;
import org.redress.ticket.TicketChanged;
import org.redress.ticket.care.CareStep;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Asks customers once they have the result, if they have a mail address. */
@Component
class SurveyAsking {

  private static final int TOKEN_BYTES = 24;

  private final SurveyRows surveys;
  private final Customers customers;
  private final ApplicationEventPublisher events;
  private final SecureRandom random = new SecureRandom();

  SurveyAsking(SurveyRows surveys, Customers customers, ApplicationEventPublisher events) {
    this.surveys = surveys;
    this.customers = customers;
    this.events = events;
  }

  @EventListener
  void ask(TicketChanged event) {
    var ticket = event.ticket();
    if (CareStep.GIVE_RESULT.key().equals(event.step())
        && customers.find(ticket.customerId()).map(Customer::email).isPresent()) {
      var bytes = new byte[TOKEN_BYTES];
      random.nextBytes(bytes);
      var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      surveys.add(ticket.id(), ticket.round(), token, event.at());
      events.publishEvent(new SurveyAsked(ticket, token));
    }
  }
}
