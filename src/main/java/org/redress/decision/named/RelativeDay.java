package org.redress.decision.named;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A day seen from the day of writing, such as yesterday, three weeks ago or 上周五. */
final class RelativeDay {

  private static final String ENGLISH =
      "\\b(?:(?<day>the day before yesterday|yesterday|today|tomorrow|last week|last month)"
          + "|(?<n>\\d{1,3}|a|one|two|three|four|five|six|seven|eight|nine|ten)\\s"
          + "(?<unit>day|week|month|year)s?\\sago"
          + "|last\\s(?<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday))\\b";
  private static final String CHINESE =
      "(?<zday>大前天|前天|昨天|昨日|昨晚|今天|今早|明天|后天|上个?月|上周(?![一二三四五六日天])|上星期(?![一二三四五六日天]))"
          + "|(?<zn>\\d{1,3}|[一二两三四五六七八九十半])(?<zunit>天|日|周|个?星期|个月|年)之?前"
          + "|上(?:周|星期)(?<zweekday>[一二三四五六日天])";

  static final Pattern PATTERN = Pattern.compile(ENGLISH + "|" + CHINESE, CASE_INSENSITIVE);

  private static final int WEEK = 7;

  /** Days from the day of writing. */
  private static final Map<String, Integer> DAYS =
      Map.ofEntries(
          Map.entry("the day before yesterday", -2),
          Map.entry("yesterday", -1),
          Map.entry("today", 0),
          Map.entry("tomorrow", 1),
          Map.entry("last week", -WEEK),
          Map.entry("大前天", -3),
          Map.entry("前天", -2),
          Map.entry("昨天", -1),
          Map.entry("昨日", -1),
          Map.entry("昨晚", -1),
          Map.entry("今天", 0),
          Map.entry("今早", 0),
          Map.entry("明天", 1),
          Map.entry("后天", 2),
          Map.entry("上周", -WEEK),
          Map.entry("上星期", -WEEK));

  private static final List<String> NUMBERS =
      List.of(
          "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
  private static final String CHINESE_NUMBERS = "零一二三四五六七八九十";
  private static final String WEEKDAYS = "一二三四五六日";

  private RelativeDay() {}

  /** The day these words mean; a week or month that is over means the same day of it. */
  static Optional<LocalDate> day(String words, LocalDate written) {
    var found = PATTERN.matcher(words);
    if (!found.matches()) {
      return Optional.empty();
    }
    if (found.group("weekday") != null) {
      var weekday = DayOfWeek.valueOf(found.group("weekday").toUpperCase(Locale.ROOT));
      return Optional.of(written.with(TemporalAdjusters.previous(weekday)));
    }
    if (found.group("zweekday") != null) {
      var weekday = WEEKDAYS.indexOf(found.group("zweekday").replace('天', '日'));
      var monday = written.minusDays(WEEK).with(DayOfWeek.MONDAY);
      return Optional.of(monday.plusDays(weekday));
    }
    if (found.group("n") != null) {
      return ago(number(found.group("n")), found.group("unit"), written);
    }
    if (found.group("zn") != null) {
      return found.group("zn").equals("半")
          ? Optional.empty()
          : ago(number(found.group("zn")), found.group("zunit"), written);
    }
    var days = DAYS.get(words.toLowerCase(Locale.ROOT));
    return Optional.of(days == null ? written.minusMonths(1) : written.plusDays(days));
  }

  private static Optional<LocalDate> ago(int number, String unit, LocalDate written) {
    return Optional.of(
        switch (unit.toLowerCase(Locale.ROOT)) {
          case "day", "天", "日" -> written.minusDays(number);
          case "month", "个月" -> written.minusMonths(number);
          case "year", "年" -> written.minusYears(number);
          default -> written.minusWeeks(number);
        });
  }

  private static int number(String words) {
    var word = words.toLowerCase(Locale.ROOT);
    if (Character.isDigit(word.charAt(0))) {
      return Integer.parseInt(word);
    }
    if (word.equals("a")) {
      return 1;
    }
    var chinese = CHINESE_NUMBERS.indexOf(word.equals("两") ? "二" : word);
    return chinese >= 0 ? chinese : NUMBERS.indexOf(word);
  }
}
