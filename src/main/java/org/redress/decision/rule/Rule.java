package org.redress.decision.rule;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.text.Text;

/**
 * One row of a table, or one formula: when all its conditions hold, it proposes an answer.
 *
 * @param question the question it answers
 * @param name a stable id, unique in the book
 * @param file path below the rule book's folder
 * @param row line in the file, from 1
 * @param detail the value of the question's extra column
 * @param from first day it holds, compared with the receiving day of the complaint in the site's
 *     time zone; none means always
 * @param until last day it holds
 */
public record Rule(
    String question,
    String name,
    String file,
    int row,
    List<Condition> conditions,
    String answer,
    @Nullable String detail,
    Text because,
    @Nullable LocalDate from,
    @Nullable LocalDate until) {

  /** Whether the day of the complaint lies between its first and its last day. */
  public boolean inSeason(Facts facts) {
    return (from == null || facts.day() >= Facts.asNumber(from))
        && (until == null || facts.day() <= Facts.asNumber(until));
  }

  /** Whether it speaks on these facts. */
  public boolean holds(Facts facts) {
    return inSeason(facts) && conditions.stream().allMatch(condition -> condition.holds(facts));
  }
}
