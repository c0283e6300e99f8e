package org.redress.ticket.search;

import org.redress.ticket.Ticket;

/** One line of a list of tickets. */
public record TicketRow(Ticket ticket, String customer) {}
