package org.redress.desk.insight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.redress.insight.daily.DailyFigures;
import org.redress.insight.daily.DailyFigures.Sum;
import org.redress.insight.daily.Figure;
import org.redress.table.Table;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All figures of a stretch of time as a table, for a spreadsheet program. */
@Controller
class FigureExport {

  private static final List<String> HEADER =
      List.of("figure", "from", "to", "one", "two", "cases", "good", "amount");
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final DailyFigures figures;
  private final Period period;

  FigureExport(DailyFigures figures, Period period) {
    this.figures = figures;
    this.period = period;
  }

  @GetMapping("/dashboard/figures.csv")
  ResponseEntity<byte[]> csv(@RequestParam(defaultValue = "30") int days) {
    return file(days, "csv", "text/csv;charset=UTF-8", table(days).toCsv());
  }

  @GetMapping("/dashboard/figures.xlsx")
  ResponseEntity<byte[]> xlsx(@RequestParam(defaultValue = "30") int days) {
    return file(days, "xlsx", XLSX, table(days).toXlsx(Map.of()));
  }

  private ResponseEntity<byte[]> file(int days, String ending, String type, byte[] content) {
    var name = "figures-%s-%dd.%s".formatted(period.today(), Period.days(days), ending);
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .contentType(MediaType.parseMediaType(type))
        .body(content);
  }

  private Table table(int days) {
    var span = period.span(Period.days(days));
    var rows = new ArrayList<Table.Row>();
    for (var figure : Figure.values()) {
      for (var sum : figures.byBoth(figure, span)) {
        rows.add(new Table.Row(rows.size() + 2, cells(figure, span, sum)));
      }
    }
    return Table.of(HEADER, rows);
  }

  private static LinkedHashMap<String, String> cells(
      Figure figure, DailyFigures.Span span, Sum sum) {
    var cells = new LinkedHashMap<String, String>();
    cells.put("figure", figure.name().toLowerCase(Locale.ROOT));
    cells.put("from", span.from().toString());
    cells.put("to", span.to().toString());
    cells.put("one", sum.one());
    cells.put("two", sum.two());
    cells.put("cases", String.valueOf(sum.cases()));
    cells.put("good", String.valueOf(sum.good()));
    cells.put("amount", sum.amount().toPlainString());
    return cells;
  }
}
