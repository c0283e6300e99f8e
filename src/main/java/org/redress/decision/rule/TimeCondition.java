package org.redress.decision.rule;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.redress.text.Text;

/**
 * A time of day such as {@code 09:00..18:00}, both ends included, {@code >=18:00} or {@code <9:00};
 * a range may pass midnight. Compared with when the complaint was received.
 *
 * @param from first minute of the day that holds, from 0
 * @param until last minute that holds; smaller than {@code from} when the range passes midnight
 */
public record TimeCondition(String cell, int from, int until) implements Condition {

  /** The name of its column. */
  public static final String COLUMN = "time of day";

  /** The name of its property in formulas. */
  public static final String FIELD = "timeOfDay";

  private static final int LAST = 24 * 60 - 1;
  private static final String TIME = "([01]?\\d|2[0-3]):([0-5]\\d)";
  private static final Pattern RANGE = Pattern.compile(TIME + "\\s*+\\.\\.\\s*+" + TIME);
  private static final Pattern COMPARISON = Pattern.compile("(>=|<=|>|<)\\s*+" + TIME);

  /**
   * Reads a cell.
   *
   * @throws Condition.Mistake when it cannot be read
   */
  public static TimeCondition parse(String cell) {
    var range = RANGE.matcher(cell);
    if (range.matches()) {
      return new TimeCondition(
          cell, minute(range.group(1), range.group(2)), minute(range.group(3), range.group(4)));
    }
    var comparison = COMPARISON.matcher(cell);
    if (!comparison.matches()) {
      throw new Mistake(
          new Text("'%s' is not a time of day", "“%s”不是一天中的时间").formatted(Mistake.brief(cell)),
          new Text(
              "Write a range 09:00..18:00, or >=18:00 or <09:00.",
              "请写范围 09:00..18:00，或 >=18:00、<09:00。"));
    }
    var minute = minute(comparison.group(2), comparison.group(3));
    var condition =
        switch (comparison.group(1)) {
          case ">=" -> new TimeCondition(cell, minute, LAST);
          case ">" -> new TimeCondition(cell, minute + 1, LAST);
          case "<=" -> new TimeCondition(cell, 0, minute);
          default -> new TimeCondition(cell, 0, minute - 1);
        };
    if (condition.from > condition.until) {
      throw new Mistake(
          new Text("no time of day is '%s'", "没有“%s”这样的时间").formatted(cell),
          new Text("Write another time.", "请写别的时间。"));
    }
    return condition;
  }

  private static int minute(String hour, String minute) {
    return Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
  }

  @Override
  public String column() {
    return COLUMN;
  }

  @Override
  public boolean holds(Facts facts) {
    var now = facts.minute();
    return from <= until ? now >= from && now <= until : now >= from || now <= until;
  }

  @Override
  public List<String> constraints() {
    return from <= until
        ? List.of("minute >= " + from, "minute <= " + until)
        : List.of("(minute >= %d || minute <= %d)".formatted(from, until));
  }

  @Override
  public String seen(Facts facts) {
    return LocalTime.ofSecondOfDay(facts.minute() * 60L)
        .format(DateTimeFormatter.ofPattern("HH:mm"));
  }
}
