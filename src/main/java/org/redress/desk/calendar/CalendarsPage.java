package org.redress.desk.calendar;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.calendar.WorkingCalendar;
import org.redress.calendar.site.WorkingTimes;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The calendars of this site: a year at a glance, and what is due if. */
@Controller
class CalendarsPage {

  private static final int FIRST_YEAR = 1971;
  private static final int LAST_YEAR = 2198;

  private final WorkingTimes times;
  private final Clock clock;

  CalendarsPage(WorkingTimes times, Clock clock) {
    this.times = times;
    this.clock = clock;
  }

  /** What is asked in the address; a calendar or year that there is not is the first, or this. */
  record Asked(
      @Nullable String calendar,
      @Nullable Integer year,
      @Nullable String start,
      @Nullable String span) {}

  @GetMapping("/calendars")
  String show(Asked asked, Model model) {
    var calendar = asked.calendar() == null ? "" : asked.calendar();
    var calendars = times.calendars();
    var known = calendars.names().contains(calendar);
    var shown = calendars.get(known ? calendar : first());
    var now = clock.instant();
    model.addAttribute("names", calendars.names());
    model.addAttribute("unknown", known || calendar.isEmpty() ? null : calendar);
    model.addAttribute("today", now.atZone(shown.zone()).toLocalDate());
    model.addAttribute(
        "plan", new YearView(shown, year(asked, shown, now), LocaleContextHolder.getLocale()));
    model.addAttribute(
        "due",
        asked.start() == null || asked.span() == null
            ? DueAsked.nothing(shown, now)
            : DueAsked.of(shown, asked.start(), asked.span()));
    return "calendars";
  }

  /** The calendar of a fresh install where there is one. */
  private String first() {
    var names = times.calendars().names();
    return names.contains("office") ? "office" : names.first();
  }

  private static int year(Asked asked, WorkingCalendar calendar, Instant now) {
    var wanted = asked.year();
    return wanted == null || wanted < FIRST_YEAR || wanted > LAST_YEAR
        ? now.atZone(calendar.zone()).getYear()
        : wanted;
  }
}
