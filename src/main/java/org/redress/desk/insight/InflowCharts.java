package org.redress.desk.insight;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.redress.desk.Words;
import org.redress.desk.insight.Chart.Form;
import org.redress.desk.insight.Chart.Series;
import org.redress.insight.Surges;
import org.redress.insight.daily.DailyFigures;
import org.redress.insight.daily.DailyFigures.DaySum;
import org.redress.insight.daily.DailyFigures.Span;
import org.redress.insight.daily.Figure;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What came in, day by day or week by week, with the surges in it. */
@Component
class InflowCharts {

  private static final int BY_DAY = 100;
  private static final int SHOWN = 5;
  private static final int MOST_SURGES = 12;

  private final DailyFigures figures;
  private final Words words;
  private final MessageSource messages;

  InflowCharts(DailyFigures figures, Words words, MessageSource messages) {
    this.figures = figures;
    this.words = words;
    this.messages = messages;
  }

  /**
   * A day on which far more came in than usual.
   *
   * @param category the key of what it was about
   */
  record Surge(LocalDate day, String category, String name, long count) {}

  /** Counts of a span and of the weeks before it, which tell what is usual. */
  record Inflow(Span span, Span known, Map<String, List<Long>> byKey) {

    private List<Long> shown(String key) {
      var all = byKey.get(key);
      return all.subList(all.size() - span.length(), all.size());
    }

    /** The places of surges, seen from the first day shown. */
    private List<Integer> surges(String key) {
      var hidden = known.length() - span.length();
      return Surges.in(byKey.get(key)).stream()
          .map(place -> place - hidden)
          .filter(place -> place >= 0)
          .toList();
    }
  }

  /** Reads what came in by channel or category. */
  Inflow read(Figure figure, Span span) {
    var known = new Span(span.from().minusDays(Surges.BEFORE), span.to());
    var days = known.days();
    var place = new HashMap<LocalDate, Integer>();
    days.forEach(day -> place.put(day, place.size()));
    var byKey = new LinkedHashMap<String, List<Long>>();
    for (DaySum sum : figures.byDay(figure, known)) {
      byKey
          .computeIfAbsent(sum.one(), key -> zeros(days.size()))
          .set(place.get(sum.day()), sum.cases());
    }
    return new Inflow(span, known, byKey);
  }

  private static List<Long> zeros(int size) {
    var zeros = new ArrayList<Long>();
    for (int i = 0; i < size; i++) {
      zeros.add(0L);
    }
    return zeros;
  }

  Chart byChannel(Inflow inflow) {
    return chart(inflow, "channel", channel -> words.named("channel", channel));
  }

  Chart byCategory(Inflow inflow) {
    return chart(inflow, "category", category -> words.answer("category", category));
  }

  /** The latest surges of categories. */
  List<Surge> surges(Inflow inflow) {
    var days = inflow.span().days();
    return inflow.byKey().keySet().stream()
        .flatMap(
            key ->
                inflow.surges(key).stream()
                    .map(
                        place ->
                            new Surge(
                                days.get(place),
                                key,
                                words.answer("category", key),
                                inflow.shown(key).get(place))))
        .sorted((a, b) -> b.day().compareTo(a.day()))
        .limit(MOST_SURGES)
        .toList();
  }

  private Chart chart(Inflow inflow, String field, UnaryOperator<String> name) {
    var days = inflow.span().days();
    var byDay = days.size() <= BY_DAY;
    var keys =
        inflow.byKey().keySet().stream()
            .sorted((a, b) -> Long.compare(sum(inflow.shown(b)), sum(inflow.shown(a))))
            .toList();
    var series = new ArrayList<Series>();
    for (var key : keys.subList(0, Math.min(SHOWN, keys.size()))) {
      var link = "/queue/all?status=any&%s=%s&from=KEY&until=UNTIL".formatted(field, key);
      var values = byDay ? inflow.shown(key) : weekly(days, inflow.shown(key));
      series.add(
          new Series(
              name.apply(key), Form.BAR, values, byDay ? inflow.surges(key) : List.of(), link));
    }
    if (keys.size() > SHOWN) {
      var rest = zeros(days.size());
      keys.subList(SHOWN, keys.size())
          .forEach(key -> rest.replaceAll(new Adding(inflow.shown(key))));
      series.add(
          new Series(
              message("insight.others"),
              Form.BAR,
              byDay ? rest : weekly(days, rest),
              List.of(),
              null));
    }
    var begins = byDay ? days : weeks(days);
    return new Chart(
        begins.stream().map(this::label).toList(),
        begins.stream().map(LocalDate::toString).toList(),
        series);
  }

  /** Adds another list, element by element. */
  private static final class Adding implements UnaryOperator<Long> {

    private final List<Long> other;
    private int place;

    Adding(List<Long> other) {
      this.other = other;
    }

    @Override
    public Long apply(Long value) {
      return value + other.get(place++);
    }
  }

  private static long sum(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).sum();
  }

  private static LocalDate week(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static List<LocalDate> weeks(List<LocalDate> days) {
    return days.stream().map(InflowCharts::week).distinct().toList();
  }

  private static List<Long> weekly(List<LocalDate> days, List<Long> values) {
    var weeks = new LinkedHashMap<LocalDate, Long>();
    for (int i = 0; i < days.size(); i++) {
      weeks.merge(week(days.get(i)), values.get(i), Long::sum);
    }
    return List.copyOf(weeks.values());
  }

  private String label(LocalDate day) {
    var pattern = words.language().equals("zh") ? "M月d日" : "d MMM";
    return day.format(
        DateTimeFormatter.ofPattern(pattern).withLocale(LocaleContextHolder.getLocale()));
  }

  private String message(String key) {
    return messages.getMessage(key, null, LocaleContextHolder.getLocale());
  }
}
