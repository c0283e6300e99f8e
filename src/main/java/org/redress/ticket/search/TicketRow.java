package org.redress.ticket.search;

import org.redress.ticket.Ticket;

/**
 * One line of a list of tickets.
 *
 * @param overdue whether the nearest deadline has passed
 */
public record TicketRow(Ticket ticket, String customer, boolean overdue) {}
