package org.redress.ticket.review;

import java.time.Instant;

/**
 * Somebody will change something; told inside the same transaction.
 *
 * @param due the end of the day it was agreed for, in the site's time zone
 */
public record CorrectiveActionAgreed(long ticketId, long id, String owner, Instant due) {}
