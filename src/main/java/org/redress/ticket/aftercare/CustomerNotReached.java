package org.redress.ticket.aftercare;

import org.redress.ticket.Ticket;

/** A customer was called in vain for the last time; told inside the transaction that notes it. */
public record CustomerNotReached(Ticket ticket) {}
