package org.redress.desk.insight;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.redress.insight.daily.DailyFigures;
import org.redress.insight.daily.DailyFigures.Span;
import org.redress.insight.daily.DailyFigures.Sum;
import org.redress.insight.daily.Figure;
import org.springframework.stereotype.Component;

/** How well the work is done: shares in a hundred, and how they changed. */
@Component
class Rates {

  private final DailyFigures figures;

  Rates(DailyFigures figures) {
    this.figures = figures;
  }

  /**
   * One rate.
   *
   * @param key names it, for instance {@code response}
   * @param before the same in the stretch of time just before
   */
  record Rate(String key, Sum now, Sum before) {

    /** Percentage points up or down; zero where there is nothing to compare. */
    public int change() {
      return before.cases() == 0 ? 0 : now.percent() - before.percent();
    }
  }

  /** Response, solution, satisfaction, and all deadlines together. */
  List<Rate> of(Span span) {
    var due = due(span);
    var before = due(span.before());
    return List.of(
        new Rate("response", first(due, "listen"), first(before, "listen")),
        new Rate("solution", first(due, "give_result"), first(before, "give_result")),
        both("satisfaction", Figure.ANSWER, span),
        both("deadlines", Figure.DUE, span));
  }

  private Map<String, Sum> due(Span span) {
    return figures.byTwo(Figure.DUE, span).stream().collect(Collectors.toMap(Sum::one, s -> s));
  }

  private static Sum first(Map<String, Sum> due, String obligation) {
    return due.getOrDefault(obligation, new Sum(obligation, "", 0, 0, BigDecimal.ZERO));
  }

  private Rate both(String key, Figure figure, Span span) {
    return new Rate(key, figures.all(figure, span), figures.all(figure, span.before()));
  }
}
