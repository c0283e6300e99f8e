package org.redress.compensation;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may happen to an award; each at most once. */
public enum Step {
  /** Put forward by an agent: its cost is held. */
  PROPOSED(1, 0),
  /** Allowed, by the agent's own limit or by somebody above. */
  APPROVED(0, 0),
  /** Not allowed; the end. */
  REFUSED(-1, 0),
  /** The customer accepts and counts on it. */
  PROMISED(0, 0),
  /** The customer does not want it; the end. */
  DECLINED(-1, 0),
  /** Given: what was held is paid; the end. */
  ISSUED(-1, 1),
  /** Taken back before it was given; the end. */
  WITHDRAWN(-1, 0);

  private final int held;
  private final int paid;

  Step(int held, int paid) {
    this.held = held;
    this.paid = paid;
  }

  /** The step as stored and shown to programs, for instance {@code issued}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Step of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }

  /** What the step adds to the money held for an award of this cost. */
  BigDecimal held(BigDecimal cost) {
    return cost.multiply(BigDecimal.valueOf(held));
  }

  /** What the step adds to the money paid for an award of this cost. */
  BigDecimal paid(BigDecimal cost) {
    return cost.multiply(BigDecimal.valueOf(paid));
  }

  /** Whether nothing can follow. */
  public boolean isEnd() {
    return held < 0;
  }

  /** The steps that may follow this one. */
  public Set<Step> next() {
    return switch (this) {
      case PROPOSED -> Set.of(APPROVED, REFUSED, WITHDRAWN);
      case APPROVED -> Set.of(PROMISED, DECLINED, WITHDRAWN);
      case PROMISED -> Set.of(ISSUED, DECLINED, WITHDRAWN);
      default -> Set.of();
    };
  }

  /** Whether an award that stands here has cost its team nothing in the end. */
  public boolean isNothing() {
    return held < 0 && paid == 0;
  }

  static boolean mayFollow(@Nullable Step last, Step step) {
    return last == null ? step == PROPOSED : last.next().contains(step);
  }
}
