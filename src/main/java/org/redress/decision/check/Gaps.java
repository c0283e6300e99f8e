package org.redress.decision.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.decision.check.space.Rows;
import org.redress.decision.check.space.Search;
import org.redress.decision.check.space.Space;
import org.redress.decision.check.space.Variable;
import org.redress.decision.finding.Finding;
import org.redress.decision.finding.Finding.Kind;
import org.redress.decision.rule.Question;
import org.redress.decision.rulebook.RuleBook;
import org.redress.text.Text;

/**
 * Finds combinations of earlier answers for which only the default remains, in questions with rows
 * that decide on earlier answers alone. Only the columns of such rows count.
 */
final class Gaps {

  private static final String WHEN = "when ";
  private static final int MOST_COMBINATIONS = 10_000;
  private static final int MOST_FINDINGS = 5;

  private final RuleBook book;
  private final Question question;
  private final Space space;
  private final Rows rows;

  Gaps(RuleBook book, Question question, Space space, Rows rows) {
    this.book = book;
    this.question = question;
    this.space = space;
    this.rows = rows;
  }

  /** At most five and how many more; none without a default, as no answer is an answer then. */
  List<Finding> findings() {
    var columns = columns();
    var size = columns.stream().mapToLong(c -> c.values().size()).reduce(1, Math::multiplyExact);
    if (columns.isEmpty() || size > MOST_COMBINATIONS || question.defaults().isEmpty()) {
      return List.of();
    }
    var open =
        Cube.all(columns).combinations().stream()
            .filter(combination -> isOpen(columns, combination))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    var possible = new Possible(book);
    var left = new ArrayList<>(open);
    left.removeIf(combination -> !possible.together(answers(columns, combination)));
    var findings = new ArrayList<Finding>();
    while (!left.isEmpty() && findings.size() < MOST_FINDINGS) {
      var cube = Cube.of(columns, left.get(0)).grown(open::contains);
      findings.add(gap(cube));
      left.removeAll(Set.copyOf(cube.combinations()));
    }
    if (!left.isEmpty()) {
      findings.add(
          finding(
              new Text("and %d more combinations", "还有 %d 种组合").formatted(left.size()),
              new Text("Look at those above first.", "请先看前面的。")));
    }
    return findings;
  }

  /** The earlier questions that rows which decide on such answers alone look at. */
  private List<Variable> columns() {
    return rows.all().stream()
        .map(row -> row.rule().conditions())
        .filter(
            conditions -> conditions.stream().allMatch(c -> space.answer(c.column()).isPresent()))
        .flatMap(List::stream)
        .flatMap(condition -> space.answer(condition.column()).stream())
        .distinct()
        .toList();
  }

  /** Whether there is a complaint with these answers on which no row speaks. */
  private boolean isOpen(List<Variable> columns, List<Integer> combination) {
    var region = space.whereOpaqueHolds();
    for (int i = 0; i < columns.size(); i++) {
      var answer = combination.get(i);
      region = region.only(columns.get(i), columns.get(i).where(value -> value == answer));
    }
    return new Search(rows, row -> true).find(region).isPresent();
  }

  private static Map<String, String> answers(List<Variable> columns, List<Integer> combination) {
    var answers = new HashMap<String, String>();
    for (int i = 0; i < columns.size(); i++) {
      answers.put(columns.get(i).column(), columns.get(i).values().get(combination.get(i)));
    }
    return answers;
  }

  private Finding gap(Cube cube) {
    var answer = question.defaults().get(0);
    return finding(
        new Text(
                "when %s, it may be that no row speaks and the default '%s' holds",
                "当 %s 时，可能没有任何行成立，只剩默认值“%s”")
            .formatted(cube.describe(), answer),
        new Text("If that is not meant, add a row such as: %s", "如果不是本意，请添加这样一行：%s")
            .formatted(line(cube, answer)));
  }

  private Finding finding(Text what, Text remedy) {
    return new Finding(Kind.GAP, table(), 0, null, what, remedy);
  }

  /** The table with most of the columns that the gap is about. */
  private String table() {
    var columns = columns().stream().map(column -> WHEN + column.column()).toList();
    return rows.all().stream()
        .map(row -> row.rule().file())
        .distinct()
        .max(Comparator.comparing(file -> columns.stream().filter(header(file)::contains).count()))
        .orElseThrow();
  }

  private List<String> header(String file) {
    return book.contents().headers().getOrDefault(file, List.of());
  }

  /** The row to add, in the order of the table's header. */
  private String line(Cube cube, String answer) {
    return header(table()).stream()
        .map(column -> cell(column, cube, answer))
        .collect(Collectors.joining(","));
  }

  private static String cell(String column, Cube cube, String answer) {
    return switch (column) {
      case "name" -> "(a new name)";
      case "answer" -> answer;
      case "because" -> "(why)";
      case "because_zh" -> "（理由）";
      default -> column.startsWith(WHEN) ? cube.cell(column.substring(WHEN.length())) : "";
    };
  }
}
