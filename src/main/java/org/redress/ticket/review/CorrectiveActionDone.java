package org.redress.ticket.review;

import java.time.Instant;

/** Something was changed as agreed; told inside the same transaction. */
public record CorrectiveActionDone(long ticketId, long id, Instant at) {}
