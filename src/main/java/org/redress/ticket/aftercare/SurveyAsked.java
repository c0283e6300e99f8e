package org.redress.ticket.aftercare;

import org.redress.ticket.Ticket;

/**
 * A customer shall be asked how it went; told inside the transaction that solves the ticket.
 *
 * @param token the secret part of the page's address; it is kept nowhere else in the clear
 */
public record SurveyAsked(Ticket ticket, String token) {}
