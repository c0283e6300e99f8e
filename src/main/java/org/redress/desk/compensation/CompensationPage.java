package org.redress.desk.compensation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.compensation.Budgets;
import org.redress.compensation.Ledger;
import org.redress.compensation.Ledger.Line;
import org.redress.table.Table;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was given in a month: budgets of the teams, and the ledger. */
@Controller
@RequestMapping("/compensation")
class CompensationPage {

  private static final int SHOWN = 200;
  private static final List<String> HEADER =
      List.of(
          "at",
          "ticket",
          "award",
          "team",
          "kind",
          "amount",
          "step",
          "actor",
          "held",
          "paid",
          "currency",
          "reason");

  private final Budgets budgets;
  private final Ledger ledger;
  private final Months months;

  CompensationPage(Budgets budgets, Ledger ledger, Months months) {
    this.budgets = budgets;
    this.ledger = ledger;
    this.months = months;
  }

  @GetMapping
  String show(@RequestParam(required = false) @Nullable String month, Model model) {
    var first = months.first(month);
    var lines = new ArrayList<>(ledger.ofMonth(first));
    Collections.reverse(lines);
    model.addAttribute("month", first);
    model.addAttribute("before", Months.key(first.minusMonths(1)));
    model.addAttribute(
        "after", first.isBefore(months.first(null)) ? Months.key(first.plusMonths(1)) : null);
    model.addAttribute("key", Months.key(first));
    model.addAttribute("budgets", budgets.ofMonth(first));
    model.addAttribute("lines", lines.subList(0, Math.min(SHOWN, lines.size())));
    model.addAttribute("more", lines.size() > SHOWN);
    return "compensation";
  }

  @GetMapping("/ledger.csv")
  ResponseEntity<byte[]> download(@RequestParam(required = false) @Nullable String month) {
    var first = months.first(month);
    var name = "ledger-%s.csv".formatted(Months.key(first));
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .body(csv(first));
  }

  private byte[] csv(LocalDate month) {
    var rows = new ArrayList<Table.Row>();
    for (var line : ledger.ofMonth(month)) {
      rows.add(new Table.Row(rows.size() + 2, cells(line)));
    }
    return Table.of(HEADER, rows).toCsv();
  }

  private static LinkedHashMap<String, String> cells(Line line) {
    var award = line.award();
    var values =
        List.of(
            line.at().toString(),
            line.ticket(),
            String.valueOf(award.id()),
            award.team(),
            award.kind(),
            award.amount() == null ? "" : award.amount().toPlainString(),
            line.step().key(),
            line.actor(),
            line.held().toPlainString(),
            line.paid().toPlainString(),
            award.currency(),
            Objects.requireNonNullElse(line.reason(), ""));
    var cells = new LinkedHashMap<String, String>();
    for (int i = 0; i < values.size(); i++) {
      cells.put(HEADER.get(i), values.get(i));
    }
    return cells;
  }
}
