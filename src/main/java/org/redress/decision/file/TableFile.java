package org.redress.decision.file;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.decision.finding.Findings;
import org.redress.decision.rule.Condition;
import org.redress.decision.rule.NumberCondition;
import org.redress.decision.rule.NumberFact;
import org.redress.decision.rule.Question;
import org.redress.decision.rule.Rule;
import org.redress.decision.rule.TimeCondition;
import org.redress.decision.rule.WordCondition;
import org.redress.table.Table;
import org.redress.text.Nearest;
import org.redress.text.Text;

/** Reads one table of a question: every good row a rule, every bad cell a finding. */
class TableFile {

  private static final String WHEN = "when ";
  private static final List<String> REQUIRED = List.of("name", "answer", "because", "because_zh");

  private final String file;
  private final Question question;
  private final Known known;
  private final Findings findings;
  private final RuleParts parts;

  TableFile(String file, Question question, Known known, Findings findings) {
    this.file = file;
    this.question = question;
    this.known = known;
    this.findings = findings;
    this.parts = new RuleParts(file, question, known, findings);
  }

  List<Rule> read(Table table) {
    table.mistakes().forEach(m -> findings.error(file, m.line(), m.column(), m.what(), m.remedy()));
    if (table.header().isEmpty() || !headerIsGood(table.header())) {
      return List.of();
    }
    var rules = new ArrayList<Rule>();
    for (var row : table.rows()) {
      var before = findings.all().size();
      var rule = rule(row);
      if (findings.all().size() == before) {
        rules.add(rule);
      }
    }
    if (table.rows().isEmpty() && table.mistakes().isEmpty()) {
      findings.warning(
          file,
          1,
          null,
          new Text("no rows", "没有任何行"),
          new Text("Add a row or remove the file.", "请添加一行，或删除此文件。"));
    }
    return rules;
  }

  private boolean headerIsGood(List<String> header) {
    var allowed = known.columns(question);
    var good = true;
    for (var column : Set.copyOf(header)) {
      if (Collections.frequency(header, column) > 1) {
        findings.error(
            file,
            1,
            column,
            new Text("this column is there twice", "此列出现了两次"),
            new Text("Remove one of them.", "请删除其中一列。"));
        good = false;
      }
      if (!allowed.contains(column)) {
        findings.error(
            file,
            1,
            column.isEmpty() ? "(no name)" : column,
            new Text("unknown column%s", "未知的列%s").formatted(Nearest.hint(column, allowed)),
            new Text("Known columns: %s.", "可用的列：%s。").formatted(String.join(", ", allowed)));
        good = false;
      }
    }
    for (var required : REQUIRED) {
      if (!header.contains(required)) {
        findings.error(
            file,
            1,
            required,
            new Text("this column is missing", "缺少此列"),
            new Text("Add it to the first line.", "请把它加到第一行。"));
        good = false;
      }
    }
    return good;
  }

  private Rule rule(Table.Row row) {
    REQUIRED.forEach(column -> parts.mustBeThere(row.line(), column, row.cell(column)));
    parts.checkAnswer(row.line(), row.cell("answer"));
    return new Rule(
        question.name(),
        row.cell("name"),
        file,
        row.line(),
        conditions(row),
        row.cell("answer"),
        question.detail() == null
            ? null
            : parts.detail(row.line(), row.cell(question.detail().column())),
        new Text(row.cell("because"), row.cell("because_zh")),
        date(row, "from"),
        date(row, "until"));
  }

  private List<Condition> conditions(Table.Row row) {
    var conditions = new ArrayList<Condition>();
    for (Map.Entry<String, String> cell : row.cells().entrySet()) {
      if (cell.getKey().startsWith(WHEN) && !cell.getValue().isEmpty()) {
        try {
          conditions.add(condition(cell.getKey().substring(WHEN.length()), cell.getValue(), row));
        } catch (Condition.Mistake mistake) {
          error(row, cell.getKey(), mistake.what(), mistake.remedy());
        }
      }
    }
    return List.copyOf(conditions);
  }

  private Condition condition(String column, String cell, Table.Row row) {
    var number = NumberFact.ofColumn(column);
    if (number.isPresent()) {
      return NumberCondition.parse(number.get(), cell);
    }
    if (column.equals(TimeCondition.COLUMN)) {
      return TimeCondition.parse(cell);
    }
    var condition = WordCondition.parse(column, cell);
    parts.checkWords(row.line(), WHEN + column, condition);
    return condition;
  }

  private @Nullable LocalDate date(Table.Row row, String column) {
    if (row.cell(column).isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(row.cell(column));
    } catch (DateTimeParseException e) {
      error(
          row,
          column,
          new Text("'%s' is not a date", "“%s”不是日期")
              .formatted(Condition.Mistake.brief(row.cell(column))),
          new Text("Write it like 2026-11-30.", "请写成 2026-11-30 这样。"));
      return null;
    }
  }

  private void error(Table.Row row, String column, Text what, Text remedy) {
    parts.error(row.line(), column, what, remedy);
  }
}
