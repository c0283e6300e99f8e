package org.redress.desk.insight;

import org.redress.access.Person;
import org.redress.compensation.Budgets;
import org.redress.insight.Standing;
import org.redress.insight.daily.DailyFigures;
import org.redress.insight.daily.Figure;
import org.redress.intake.failure.Failures;
import org.redress.intake.health.Overview;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Today at a glance, and how the last days or months went. */
@Controller
class DashboardPage {

  private final Standing standing;
  private final DailyFigures figures;
  private final InflowCharts inflow;
  private final Rates rates;
  private final Surroundings around;

  DashboardPage(
      Standing standing,
      DailyFigures figures,
      InflowCharts inflow,
      Rates rates,
      Surroundings around) {
    this.standing = standing;
    this.figures = figures;
    this.inflow = inflow;
    this.rates = rates;
    this.around = around;
  }

  /** What other parts of the service tell about themselves. */
  @Component
  record Surroundings(Budgets budgets, Failures failures, Overview channels, Period period) {}

  @GetMapping("/dashboard")
  String show(@RequestParam(defaultValue = "30") int days, Person me, Model model) {
    var chosen = Period.days(days);
    var span = around.period().span(chosen);
    var loads = standing.loads();
    var categories = inflow.read(Figure.CATEGORY, span);
    model.addAttribute("days", chosen);
    model.addAttribute("choices", Period.CHOICES);
    model.addAttribute("span", span);
    model.addAttribute("now", Standing.all(loads));
    model.addAttribute("loads", loads);
    model.addAttribute("approvals", standing.approvals());
    var due = new Sums(figures.byBoth(Figure.DUE, span));
    model.addAttribute("rates", rates.of(span, due));
    model.addAttribute("channels", inflow.byChannel(inflow.read(Figure.CHANNEL, span)));
    model.addAttribute("categories", inflow.byCategory(categories));
    model.addAttribute("surges", inflow.surges(categories));
    model.addAttribute("teams", due.byOne());
    model.addAttribute("obligations", due.byTwo());
    var month = around.period().today().withDayOfMonth(1);
    model.addAttribute("today", around.period().today());
    model.addAttribute("during", span.from() + ":" + span.to());
    model.addAttribute("month", month + ":" + month);
    model.addAttribute("budgets", around.budgets().ofMonth(month));
    model.addAttribute("parked", around.failures().waiting());
    model.addAttribute("health", around.channels().lines());
    return "dashboard";
  }
}
