package org.redress.ticket.aftercare;

import org.redress.customer.Customers;
import org.redress.ticket.Ticket;
import org.springframework.stereotype.Component;

/** How satisfied customers say they are: 1 not at all, 5 very much. */
@Component
class Satisfaction {

  /** What a call counts as, after which all is well. */
  static final int SATISFIED = 4;

  /** What a call counts as, after which it is not; this and less means the customer is not. */
  static final int NOT_SATISFIED = 2;

  private final Customers customers;

  Satisfaction(Customers customers) {
    this.customers = customers;
  }

  void heard(Ticket ticket, int score) {
    customers.satisfied(ticket.customerId(), score);
  }
}
