package org.redress.desk.insight;

import java.util.Comparator;
import org.redress.access.Person;
import org.redress.insight.daily.DailyFigures;
import org.redress.insight.daily.DailyFigures.Sum;
import org.redress.insight.daily.Figure;
import org.redress.ticket.problem.Problems;
import org.redress.ticket.review.CorrectiveActions;
import org.redress.ticket.review.Lessons;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What lies behind the complaints, and what the rules did about them. */
@Controller
class InsightPages {

  /** First what people disagree with, then what costs, then what is busy. */
  private static final Comparator<Sum> TELLING =
      Comparator.comparing(Sum::good)
          .thenComparing(Sum::amount)
          .thenComparing(Sum::cases)
          .reversed();

  private static final int SHOWN = 8;
  private static final int MOST_RULES = 100;

  private final Causes causes;
  private final DailyFigures figures;
  private final Period period;
  private final Learning learning;

  InsightPages(Causes causes, DailyFigures figures, Period period, Learning learning) {
    this.causes = causes;
    this.figures = figures;
    this.period = period;
    this.learning = learning;
  }

  /** Where the organisation learns. */
  @Component
  record Learning(Problems problems, CorrectiveActions actions, Lessons lessons) {}

  @GetMapping("/insight/causes")
  String causes(@RequestParam(defaultValue = "90") int days, Person me, Model model) {
    var span = chosen(days, model);
    var list = causes.of(span);
    var actions = learning.actions().open(me);
    model.addAttribute("causes", list);
    model.addAttribute("chart", causes.chart(list, span));
    model.addAttribute("problems", learning.problems().latest().stream().limit(SHOWN).toList());
    model.addAttribute("actions", actions.stream().limit(SHOWN).toList());
    model.addAttribute("today", period.today());
    model.addAttribute("allActions", actions.size());
    model.addAttribute("lessons", learning.lessons().search(me, "").stream().limit(SHOWN).toList());
    return "insight-causes";
  }

  @GetMapping("/insight/rules")
  String rules(
      @RequestParam(defaultValue = "90") int days,
      @RequestParam(defaultValue = "") String question,
      Model model) {
    var span = chosen(days, model);
    var all = figures.byBoth(Figure.RULE, span);
    model.addAttribute("question", question);
    model.addAttribute(
        "questions", all.stream().map(sum -> sum.one()).distinct().sorted().toList());
    model.addAttribute(
        "rules",
        all.stream()
            .filter(sum -> question.isEmpty() || sum.one().equals(question))
            .sorted(TELLING)
            .limit(MOST_RULES)
            .toList());
    return "insight-rules";
  }

  private DailyFigures.Span chosen(int days, Model model) {
    var chosen = Period.days(days);
    model.addAttribute("days", chosen);
    model.addAttribute("choices", Period.CHOICES);
    var span = period.span(chosen);
    model.addAttribute("span", span);
    return span;
  }
}
