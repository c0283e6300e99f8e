package org.redress.ticket;

import java.util.List;
import org.redress.complaint.Complaint;
import org.redress.customer.Customer;
import org.redress.decision.Decision;

/** Tickets were opened; told inside the transaction that opens them. */
public record TicketsOpened(List<Opened> tickets) {

  /** One new ticket with everything that led to it. */
  public record Opened(Ticket ticket, Complaint complaint, Customer customer, Decision decision) {}
}
