package org.redress.intake.figures;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a channel's messages over a time.
 *
 * @param lag from arrival to ticket, on average; empty without tickets
 * @param last when the last message was received
 */
public record Figures(
    long received,
    long tickets,
    long joined,
    long duplicates,
    long ignored,
    long parked,
    long refused,
    @Nullable Duration lag,
    @Nullable Instant last) {

  /** Of a channel that had nothing. */
  public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0, null, null);
}
