package org.redress.decision.file;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.csv.CsvFile;
import org.redress.decision.finding.Findings;
import org.redress.decision.finding.Nearest;
import org.redress.decision.rule.CellMistake;
import org.redress.decision.rule.Condition;
import org.redress.decision.rule.Details;
import org.redress.decision.rule.NumberCondition;
import org.redress.decision.rule.NumberFact;
import org.redress.decision.rule.Question;
import org.redress.decision.rule.Rule;
import org.redress.decision.rule.Text;
import org.redress.decision.rule.WordCondition;

/** Reads one table of a question: every good row a rule, every bad cell a finding. */
class TableFile {

  private static final String WHEN = "when ";
  static final Set<String> WORD_COLUMNS = Set.of("mentions", "channel", "language", "tier");

  private final String file;
  private final Question question;
  private final Known known;
  private final Findings findings;

  TableFile(String file, Question question, Known known, Findings findings) {
    this.file = file;
    this.question = question;
    this.known = known;
    this.findings = findings;
  }

  List<Rule> read(CsvFile csv) {
    csv.mistakes().forEach(m -> findings.error(file, m.line(), null, m.what(), m.remedy()));
    if (!headerIsGood(csv.header())) {
      return List.of();
    }
    var rules = new ArrayList<Rule>();
    for (var row : csv.rows()) {
      var before = findings.all().size();
      var rule = rule(row);
      if (findings.all().size() == before) {
        rules.add(rule);
      }
    }
    if (csv.rows().isEmpty()) {
      findings.warning(file, 1, null, "no rows", "Add a row or remove the file.");
    }
    return rules;
  }

  private boolean headerIsGood(List<String> header) {
    var allowed = known.columns(question, WORD_COLUMNS);
    var good = true;
    for (var column : header) {
      if (!allowed.contains(column)) {
        findings.error(
            file,
            1,
            column.isEmpty() ? "(no name)" : column,
            "unknown column" + Nearest.hint(column, allowed),
            "Known columns: " + String.join(", ", allowed) + ".");
        good = false;
      }
    }
    for (var required : List.of("name", "answer", "because", "because_zh")) {
      if (!header.contains(required)) {
        findings.error(file, 1, required, "this column is missing", "Add it to the first line.");
        good = false;
      }
    }
    return good;
  }

  private Rule rule(CsvFile.Row row) {
    for (var required : List.of("name", "answer", "because", "because_zh")) {
      if (row.cell(required).isEmpty()) {
        error(row, required, "this cell is empty", "Fill it in.");
      }
    }
    return new Rule(
        question.name(),
        row.cell("name"),
        file,
        row.line(),
        conditions(row),
        answer(row),
        detail(row),
        new Text(row.cell("because"), row.cell("because_zh")),
        date(row, "from"),
        date(row, "until"));
  }

  private List<Condition> conditions(CsvFile.Row row) {
    var conditions = new ArrayList<Condition>();
    for (Map.Entry<String, String> cell : row.cells().entrySet()) {
      if (cell.getKey().startsWith(WHEN) && !cell.getValue().isEmpty()) {
        try {
          conditions.add(condition(cell.getKey().substring(WHEN.length()), cell.getValue(), row));
        } catch (CellMistake mistake) {
          error(row, cell.getKey(), mistake.getMessage(), mistake.remedy());
        }
      }
    }
    return List.copyOf(conditions);
  }

  private Condition condition(String column, String cell, CsvFile.Row row) {
    var number = NumberFact.ofColumn(column);
    if (number.isPresent()) {
      return NumberCondition.parse(number.get(), cell);
    }
    var condition = WordCondition.parse(column, cell);
    known
        .wordsOf(column)
        .ifPresent(
            words -> condition.words().forEach(word -> mustBeKnown(row, column, word, words)));
    return condition;
  }

  private void mustBeKnown(CsvFile.Row row, String column, String word, Set<String> words) {
    if (!words.contains(word)) {
      error(
          row,
          WHEN + column,
          "unknown word '%s'%s".formatted(word, Nearest.hint(word, words)),
          column.equals("mentions")
              ? "Use a name from rules/vocabulary, or add it there."
              : "Known: " + String.join(", ", words) + ".");
    }
  }

  private String answer(CsvFile.Row row) {
    var answer = row.cell("answer");
    var allowed = question.answers().keySet();
    if (!answer.isEmpty() && !allowed.contains(answer)) {
      error(
          row,
          "answer",
          "'%s' is no answer to %s%s"
              .formatted(answer, question.name(), Nearest.hint(answer, allowed)),
          "Answers: " + String.join(", ", allowed) + ".");
    }
    return answer;
  }

  private @Nullable String detail(CsvFile.Row row) {
    if (question.detail() == null || row.cell(question.detail().column()).isEmpty()) {
      return null;
    }
    var column = question.detail().column();
    var detail = row.cell(column);
    try {
      Details.of(question.detail()).check(detail);
    } catch (RuntimeException e) {
      error(row, column, "'%s': %s".formatted(detail, e.getMessage()), "Correct the cell.");
    }
    return detail;
  }

  private @Nullable LocalDate date(CsvFile.Row row, String column) {
    if (row.cell(column).isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(row.cell(column));
    } catch (DateTimeParseException e) {
      error(
          row,
          column,
          "'%s' is not a date".formatted(row.cell(column)),
          "Write it like 2026-11-30.");
      return null;
    }
  }

  private void error(CsvFile.Row row, String column, String what, String remedy) {
    findings.error(file, row.line(), column, what, remedy);
  }
}
