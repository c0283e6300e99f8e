package org.redress.ticket.work;

import org.jspecify.annotations.Nullable;

/**
 * What a later message does to a ticket that is finished.
 *
 * @param reopens whether it is opened again
 * @param rule the rule that says so; none when it is the default
 */
public record AfterEnd(boolean reopens, @Nullable String rule) {

  /** Without a rule, a customer who writes again is heard again. */
  public static final AfterEnd REOPENS = new AfterEnd(true, null);
}
