package org.redress.deadline;

import org.redress.ticket.Ticket;

/**
 * A deadline passed; told inside the transaction that raised its ticket.
 *
 * @param ticket as it is now, with its new owner and level
 */
public record DeadlinePassed(Ticket ticket, Deadline deadline) {}
