package org.redress.decision.backtest;

import java.time.Instant;
import org.redress.decision.Decision;

/**
 * A past complaint.
 *
 * @param text subject and text together
 * @param recorded the decision made when it came in
 */
public record Past(long ticketId, String text, Instant decidedAt, Decision recorded) {}
