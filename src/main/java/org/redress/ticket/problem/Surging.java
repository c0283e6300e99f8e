package org.redress.ticket.problem;

import org.redress.ticket.Ticket;

/**
 * Many customers tell of the same fault; told inside the transaction that opens the problem.
 *
 * @param last the ticket that made it a surge
 * @param customers how many told of it within the time of a surge
 */
public record Surging(Problem problem, Ticket last, int customers) {}
