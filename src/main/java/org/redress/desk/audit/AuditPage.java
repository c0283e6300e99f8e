package org.redress.desk.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.redress.access.SiteSettings;
import org.redress.access.Staff;
import org.redress.access.Staff.User;
import org.redress.desk.audit.Audit.Cursor;
import org.redress.desk.audit.Audit.Wanted;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who did what when: the search stands in the address, so that it can be passed on. */
@Controller
class AuditPage {

  private static final int PAGE = 50;
  private static final int FIRST_DAYS = 30;

  private final Audit audit;
  private final AuditKinds kinds;
  private final Staff staff;
  private final ZoneId zone;
  private final Clock clock;

  AuditPage(Audit audit, AuditKinds kinds, Staff staff, SiteSettings site, Clock clock) {
    this.audit = audit;
    this.kinds = kinds;
    this.staff = staff;
    this.zone = site.timeZone();
    this.clock = clock;
  }

  /** What is asked for; days are days of the site, both included. */
  record Asked(
      @Nullable String person,
      @Nullable String kind,
      @Nullable String from,
      @Nullable String until,
      @Nullable String after) {}

  @GetMapping("/audit")
  String show(Asked asked, Model model) {
    var today = LocalDate.ofInstant(clock.instant(), zone);
    var from = day(asked.from(), today.minusDays(FIRST_DAYS));
    var until = day(asked.until(), today);
    var wanted =
        new Wanted(
            word(asked.person()),
            word(asked.kind()),
            from.atStartOfDay(zone).toInstant(),
            begin(asked.after(), until));
    var found = audit.find(wanted, PAGE + 1);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    model.addAttribute("wanted", wanted);
    model.addAttribute("from", from);
    model.addAttribute("until", until);
    model.addAttribute("people", staff.users().stream().map(User::name).toList());
    model.addAttribute("kinds", kinds.all());
    model.addAttribute("deeds", shown);
    model.addAttribute(
        "next", found.size() > PAGE ? shown.get(PAGE - 1).cursor().toString() : null);
    return "audit";
  }

  private Cursor begin(@Nullable String after, LocalDate until) {
    var end = new Cursor(until.plusDays(1).atStartOfDay(zone).toInstant(), 0);
    try {
      return after == null ? end : Cursor.of(after);
    } catch (IllegalArgumentException notOurs) {
      return end;
    }
  }

  /** What is no day is as if it were not asked for. */
  private static LocalDate day(@Nullable String text, LocalDate otherwise) {
    try {
      return text == null || text.isBlank() ? otherwise : LocalDate.parse(text);
    } catch (DateTimeParseException noDay) {
      return otherwise;
    }
  }

  private static String word(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
