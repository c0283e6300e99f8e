package org.redress.intake.preview;

import java.util.List;
import java.util.Optional;
import org.redress.customer.Customer;
import org.redress.customer.CustomerHistory;
import org.redress.customer.CustomerHistory.Past;
import org.redress.decision.Decision;
import org.redress.decision.Decisions;
import org.redress.ticket.problem.Recent;
import org.springframework.stereotype.Component;

/** What the rules would conclude of a message if it came now. Nothing is stored. */
@Component
public class Preview {

  private final Cases cases;
  private final CustomerHistory history;
  private final Decisions decisions;
  private final Recent recent;

  Preview(Cases cases, CustomerHistory history, Decisions decisions, Recent recent) {
    this.recent = recent;
    this.cases = cases;
    this.history = history;
    this.decisions = decisions;
  }

  /**
   * The decision that the message would get.
   *
   * @param customer none for somebody who is not on record
   */
  public Decision of(Cases.Message message, Optional<Customer> customer) {
    var past =
        customer
            .map(c -> history.of(List.of(c.id()), message.receivedAt()).get(c.id()))
            .orElse(Past.NONE);
    var who = customer.orElseGet(() -> stranger(message));
    var sameFault = recent.round().customers(who.id(), message.receivedAt(), message.text());
    return decisions.decide(cases.of(message, who, past, sameFault));
  }

  private static Customer stranger(Cases.Message message) {
    return new Customer(
        0, null, null, null, null, Customer.STANDARD, null, null, null, null, message.receivedAt());
  }
}
