package org.redress.desk.insight;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.insight.daily.DailyFigures;
import org.redress.insight.daily.DailyFigures.Span;
import org.redress.insight.daily.DailyFigures.Sum;
import org.redress.insight.daily.Figure;
import org.redress.ticket.search.Behind;
import org.redress.ticket.search.Behind.Count;
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

    /** How many did not go well. */
    public long missed() {
      return now.cases() - now.good();
    }

    /** What a list of the tickets behind it asks for; only the good or bad ones if so wanted. */
    public String behind(Span span, @Nullable Boolean good) {
      var count = key.equals("satisfaction") ? Count.ANSWER : Count.DUE;
      return new Behind(count, now.one(), good, span.from(), span.to()).toString();
    }

    /** Percentage points up or down; zero where there is nothing to compare. */
    public int change() {
      return before.cases() == 0 ? 0 : now.percent() - before.percent();
    }
  }

  /**
   * Response, solution, satisfaction, and all deadlines together.
   *
   * @param due what was due in the span, by team and obligation
   */
  List<Rate> of(Span span, Sums due) {
    var before = new Sums(figures.byBoth(Figure.DUE, span.before()));
    return List.of(
        new Rate("response", first(due, "listen"), first(before, "listen")),
        new Rate("solution", first(due, "give_result"), first(before, "give_result")),
        new Rate(
            "satisfaction",
            figures.all(Figure.ANSWER, span),
            figures.all(Figure.ANSWER, span.before())),
        new Rate("deadlines", due.all(), before.all()));
  }

  private static Sum first(Sums due, String obligation) {
    return due.byTwo().stream()
        .filter(sum -> sum.one().equals(obligation))
        .findFirst()
        .orElse(Sums.none(obligation));
  }
}
