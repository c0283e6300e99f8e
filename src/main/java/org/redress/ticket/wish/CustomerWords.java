package org.redress.ticket.wish;

import org.redress.customer.Customers;
import org.redress.ticket.Changes.By;
import org.redress.ticket.Conversation.Direction;
import org.redress.ticket.Ticket;
import org.redress.ticket.work.Talk;
import org.springframework.stereotype.Component;

/** Puts what a customer wrote on the status page into the conversation of a locked ticket. */
@Component
class CustomerWords {

  private static final String STATUS_PAGE = "web";

  private final Talk talk;
  private final Customers customers;

  CustomerWords(Talk talk, Customers customers) {
    this.talk = talk;
    this.customers = customers;
  }

  /** Adds the words. */
  void add(Ticket ticket, String words, By by) {
    var customer = customers.find(ticket.customerId()).orElseThrow();
    var author = customer.email() == null ? customer.displayName() : customer.email();
    talk.say(ticket, Direction.IN, by, author, STATUS_PAGE, null, null, words);
  }
}
