package org.redress.decision.named;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day of the calendar as people write it, such as 3 May, 2026-05-03 or 5月3日. */
final class WrittenDay {

  private static final String MONTH =
      "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?";

  private static final String YEAR_FIRST =
      "(?<y1>[12]\\d{3})(?:[-/.]|\\s?年\\s?)(?<m1>\\d{1,2})(?:[-/.]|\\s?月\\s?)(?<d1>\\d{1,2})[日号]?";
  private static final String CHINESE = "(?<m2>\\d{1,2})\\s?月\\s?(?<d2>\\d{1,2})\\s?[日号]";
  private static final String DAY_FIRST =
      "(?<d3>\\d{1,2})(?:st|nd|rd|th)?\\s(?:of\\s)?(?<m3>" + MONTH + ")(?:,?\\s(?<y3>[12]\\d{3}))?";
  private static final String MONTH_FIRST =
      "(?<m4>\\b" + MONTH + ")\\s(?<d4>\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s(?<y4>[12]\\d{3}))?";
  private static final String SLASHES = "(?<a5>\\d{1,2})[/.](?<b5>\\d{1,2})[/.](?<y5>[12]\\d{3})";

  static final Pattern PATTERN =
      Pattern.compile(
          "(?<![\\d/.-])(?:"
              + String.join("|", YEAR_FIRST, CHINESE, DAY_FIRST, MONTH_FIRST, SLASHES)
              + ")(?!\\d)",
          CASE_INSENSITIVE);

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final int MONTHS_A_YEAR = 12;
  private static final int SHORT_NAME = 3;

  private WrittenDay() {}

  /**
   * The day these words mean; without a year, the last one before {@code written} or soon after it.
   *
   * @throws java.time.DateTimeException when there is no such day
   */
  static Optional<LocalDate> day(String words, LocalDate written) {
    var found = PATTERN.matcher(words);
    if (!found.matches()) {
      return Optional.empty();
    }
    if (found.group("y5") != null) {
      return slashes(found);
    }
    for (int form = 1; form <= 4; form++) {
      if (found.group("d" + form) != null) {
        var year = form == 2 ? null : found.group("y" + form);
        var day = month(found.group("m" + form)) * 100 + Integer.parseInt(found.group("d" + form));
        return Optional.of(
            year == null ? nearest(day, written) : date(Integer.parseInt(year), day));
      }
    }
    return Optional.empty();
  }

  private static LocalDate nearest(int monthAndDay, LocalDate written) {
    var day = date(written.getYear(), monthAndDay);
    return day.isAfter(written.plusMonths(1)) ? date(written.getYear() - 1, monthAndDay) : day;
  }

  private static LocalDate date(int year, int monthAndDay) {
    return LocalDate.of(year, monthAndDay / 100, monthAndDay % 100);
  }

  private static int month(String month) {
    return Character.isDigit(month.charAt(0))
        ? Integer.parseInt(month)
        : MONTHS.indexOf(month.substring(0, SHORT_NAME).toLowerCase(Locale.ROOT)) + 1;
  }

  /** Day and month change places between countries; only one above twelve tells. */
  private static Optional<LocalDate> slashes(Matcher found) {
    var first = Integer.parseInt(found.group("a5"));
    var second = Integer.parseInt(found.group("b5"));
    var year = Integer.parseInt(found.group("y5"));
    if (first > MONTHS_A_YEAR) {
      return Optional.of(LocalDate.of(year, second, first));
    }
    return second > MONTHS_A_YEAR || first == second
        ? Optional.of(LocalDate.of(year, first, second))
        : Optional.empty();
  }
}
