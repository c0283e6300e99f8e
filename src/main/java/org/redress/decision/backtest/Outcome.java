package org.redress.decision.backtest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What a comparison of two rule books found.
 *
 * @param total complaints decided by both
 * @param changed complaints decided differently
 * @param byQuestion how many complaints got another answer to each question
 * @param moves by question: how many complaints went from which answer to which; of a question that
 *     collects answers each one on its own
 * @param byRule how many complaints are decided differently with a part of each rule, before or
 *     after
 * @param moneyBefore all amounts that the first book offers, summed up
 * @param moneyAfter all amounts that the second book offers
 * @param different the complaints decided differently, at most {@link #MOST_LISTED}
 */
public record Outcome(
    int total,
    int changed,
    Map<String, Integer> byQuestion,
    Map<String, List<Move>> moves,
    Map<String, Integer> byRule,
    BigDecimal moneyBefore,
    BigDecimal moneyAfter,
    List<Different> different) {

  /** How many complaints are listed one by one. */
  public static final int MOST_LISTED = 1000;

  /** Complaints whose answer changes from one to the other; empty is none. */
  public record Move(String from, String to, int count) {}

  /**
   * One complaint decided differently.
   *
   * @param id the ticket's id, or the id in a file
   */
  public record Different(String id, List<Change> changes) {}
}
