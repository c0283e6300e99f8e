package org.redress.desk.insight;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.customer.departure.Departure.Effort;
import org.redress.customer.departure.Departure.Way;
import org.redress.customer.departure.Departures;
import org.redress.insight.Repeaters;
import org.redress.insight.daily.DailyFigures;
import org.redress.insight.daily.Figure;
import org.redress.ticket.Tickets;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Customers: who complains again, who left and why, who may be won back, how content they are. */
@Controller
class CustomerInsight {

  private static final String PAGE = "redirect:/insight/customers";
  private static final int MOST_REPEATERS = 15;
  private static final int MOST_OPEN = 12;

  private final DailyFigures figures;
  private final Repeaters repeaters;
  private final Departures departures;
  private final Tickets tickets;
  private final Period period;

  CustomerInsight(
      DailyFigures figures,
      Repeaters repeaters,
      Departures departures,
      Tickets tickets,
      Period period) {
    this.figures = figures;
    this.repeaters = repeaters;
    this.departures = departures;
    this.tickets = tickets;
    this.period = period;
  }

  @GetMapping("/insight/customers")
  String show(@RequestParam(defaultValue = "365") int days, Person me, Model model) {
    var chosen = Period.days(days);
    var span = period.span(chosen);
    model.addAttribute("days", chosen);
    model.addAttribute("choices", Period.CHOICES);
    model.addAttribute("span", span);
    model.addAttribute("repeaters", repeaters.in(Math.min(chosen, 90), MOST_REPEATERS));
    model.addAttribute("byCause", departures.byCause(span.from()));
    model.addAttribute("byWay", departures.byWay(span.from()));
    model.addAttribute("byEffort", departures.byEffort(span.from()));
    model.addAttribute("open", departures.open(MOST_OPEN));
    model.addAttribute("satisfiedTeams", figures.byOne(Figure.ANSWER, span));
    model.addAttribute("satisfiedCauses", figures.byTwo(Figure.ANSWER, span));
    model.addAttribute("satisfiedOffers", figures.byOne(Figure.GIVEN, span));
    model.addAttribute("ways", Way.values());
    model.addAttribute("efforts", Effort.values());
    model.addAttribute("today", period.today());
    model.addAttribute("acts", me.makesRules());
    return "insight-customers";
  }

  /** Somebody says that the customer of a ticket has left. */
  @PostMapping("/insight/customers/left")
  String left(
      @RequestParam String ticket,
      @RequestParam Way way,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate on,
      Person me,
      RedirectAttributes flash) {
    var number = ticket.strip().toUpperCase(Locale.ROOT);
    var day = on == null ? period.today() : on;
    if (tickets.find(number).isEmpty()) {
      flash.addFlashAttribute("refused", "insight.left.no_ticket");
    } else if (day.isAfter(period.today())) {
      flash.addFlashAttribute("refused", "insight.left.future");
    } else {
      try {
        departures.left(number, way, day, me.name());
        flash.addFlashAttribute("done", "insight.left.done");
      } catch (DuplicateKeyException known) {
        flash.addFlashAttribute("refused", "insight.left.known");
      }
    }
    return PAGE;
  }

  @PostMapping("/insight/customers/{id}/tried")
  String tried(
      @PathVariable long id, @RequestParam Effort effort, Person me, RedirectAttributes flash) {
    departures.tried(id, effort, period.today(), me.name());
    flash.addFlashAttribute("done", "insight.tried.done");
    return PAGE;
  }

  @PostMapping("/insight/customers/{id}/settled")
  String settled(@PathVariable long id, @RequestParam boolean returned, RedirectAttributes flash) {
    departures.settled(id, returned, period.today());
    flash.addFlashAttribute("done", returned ? "insight.returned.done" : "insight.gone.done");
    return PAGE;
  }
}
