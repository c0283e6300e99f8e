package org.redress.ticket.aftercare;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The question how satisfied a customer is, put by mail once in a round of a ticket.
 *
 * @param ticket the ticket's number
 * @param score from 1, not at all, to 5, very much; none while it is not answered
 */
public record Survey(
    long ticketId,
    String ticket,
    int round,
    Instant askedAt,
    @Nullable Instant answeredAt,
    @Nullable Integer score,
    @Nullable String remark) {}
