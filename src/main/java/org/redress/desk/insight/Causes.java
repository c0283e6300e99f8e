package org.redress.desk.insight;

import java.util.ArrayList;
import java.util.List;
import org.redress.desk.Words;
import org.redress.desk.insight.Chart.Form;
import org.redress.desk.insight.Chart.Series;
import org.redress.insight.daily.DailyFigures;
import org.redress.insight.daily.DailyFigures.Span;
import org.redress.insight.daily.DailyFigures.Sum;
import org.redress.insight.daily.Figure;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The few causes that lie behind most complaints, as Pareto saw it. */
@Component
class Causes {

  private static final int SHOWN = 12;
  private static final int ALL = 100;

  private final DailyFigures figures;
  private final Words words;
  private final MessageSource messages;

  Causes(DailyFigures figures, Words words, MessageSource messages) {
    this.figures = figures;
    this.words = words;
    this.messages = messages;
  }

  /** One of them, and what it and those before it come to in a hundred. */
  record Cause(String category, String cause, String name, long cases, int share, int upTo) {}

  /** The causes of a span, the commonest first. */
  List<Cause> of(Span span) {
    var sums = figures.byBoth(Figure.CAUSE, span);
    var all = sums.stream().mapToLong(Sum::cases).sum();
    var causes = new ArrayList<Cause>();
    var sofar = 0L;
    for (var sum : sums.subList(0, Math.min(SHOWN, sums.size()))) {
      sofar += sum.cases();
      causes.add(
          new Cause(
              sum.one(),
              sum.two(),
              words.answer("category", sum.one()) + " · " + words.answer("cause", sum.two()),
              sum.cases(),
              Math.round((float) ALL * sum.cases() / all),
              Math.round((float) ALL * sofar / all)));
    }
    return causes;
  }

  Chart chart(List<Cause> causes, Span span) {
    var link = "/queue/all?status=any&KEY&from=%s&until=%s".formatted(span.from(), span.to());
    return new Chart(
        causes.stream().map(Cause::name).toList(),
        causes.stream()
            .map(c -> "category=%s&cause=%s".formatted(c.category(), c.cause()))
            .toList(),
        List.of(
            new Series(
                message("insight.complaints"),
                Form.BAR,
                causes.stream().map(Cause::cases).toList(),
                List.of(),
                link),
            new Series(
                message("insight.up_to"),
                Form.LINE,
                causes.stream().map(c -> (long) c.upTo()).toList(),
                List.of(),
                null)));
  }

  private String message(String key) {
    return messages.getMessage(key, null, LocaleContextHolder.getLocale());
  }
}
