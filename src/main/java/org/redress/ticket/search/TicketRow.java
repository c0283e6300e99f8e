package org.redress.ticket.search;

import org.redress.ticket.Ticket;

/**
 * One line of a list of tickets.
 *
 * @param tier the customer's
 * @param overdue whether the nearest deadline has passed
 */
public record TicketRow(Ticket ticket, String customer, String tier, boolean overdue) {}
