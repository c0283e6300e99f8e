package org.redress.decision.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.redress.decision.check.space.Row;
import org.redress.decision.check.space.Rows;
import org.redress.decision.check.space.Search;
import org.redress.decision.finding.Finding;
import org.redress.decision.finding.Finding.Kind;
import org.redress.decision.rule.Question;
import org.redress.decision.rulebook.RuleBook;
import org.redress.text.Text;

/**
 * Finds rows that can never matter because other rows speak whenever they do. Looks from the last
 * row to the first and forgets each superfluous row at once, so that of two equal rows one stays
 * and all that are reported could be removed together.
 */
final class DeadRows {

  /** How to mend a contradiction. */
  static final Text EXCLUDE =
      new Text(
          "Add a condition to one of them so that they exclude each other.", "请给其中一行加条件，让它们互相排斥。");

  private static final Text SAME = new Text("the same outcome without it", "没有它也一样的结果");

  private final Question question;
  private final Rows rows;
  private final Set<Row> superfluous = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Row> live = new ArrayList<>();

  DeadRows(Question question, Rows rows) {
    this.question = question;
    this.rows = rows;
    for (int i = rows.all().size() - 1; i >= 0; i--) {
      look(rows.all().get(i));
    }
  }

  /** What was found, the first row first. */
  List<Finding> findings() {
    return findings;
  }

  /** The rows about which nothing was found. */
  List<Row> live() {
    return live;
  }

  private void look(Row row) {
    var before = findings.size();
    switch (question.policy()) {
      case HIGHEST -> lookForHigher(row);
      case ONLY_ONE -> lookForContradiction(row);
      case COLLECT -> lookForBetterDetail(row);
      case MOST_SUPPORTED -> {
        // A row that speaks beside others still adds its phrases to the count.
      }
    }
    if (findings.size() == before) {
      live.add(0, row);
    }
  }

  private void lookForHigher(Row row) {
    var rank = question.rank(row.answer());
    cover(row, other -> question.rank(other.answer()) < rank)
        .ifPresentOrElse(
            cover ->
                superfluous(
                    row,
                    Kind.NEVER_WINS,
                    cover,
                    new Text("an answer that stands higher", "排位更高的答案")),
            () ->
                cover(row, other -> question.rank(other.answer()) <= rank)
                    .ifPresent(cover -> superfluous(row, Kind.ADDS_NOTHING, cover, SAME)));
  }

  private void lookForBetterDetail(Row row) {
    cover(row, other -> isSame(row, other) && better(other, row) > 0)
        .ifPresentOrElse(
            cover -> superfluous(row, Kind.NEVER_WINS, cover, betterDetail()),
            () ->
                cover(row, other -> isSame(row, other) && better(other, row) >= 0)
                    .ifPresent(cover -> superfluous(row, Kind.ADDS_NOTHING, cover, SAME)));
  }

  private Text betterDetail() {
    return new Text("the same answer with a better %s", "相同的答案，且 %s 更优")
        .formatted(Objects.requireNonNull(question.detail()).column());
  }

  private static boolean isSame(Row row, Row other) {
    return row.answer().equals(other.answer());
  }

  /** Above 0 when the detail of the first row is kept, 0 when they are equal. */
  private int better(Row one, Row two) {
    var mine = one.rule().detail();
    var other = two.rule().detail();
    if (Objects.equals(mine, other) || question.detail() == null) {
      return 0;
    }
    return Comparator.nullsLast(RuleBook.bestDetailFirst(question.detail())).compare(other, mine);
  }

  private void lookForContradiction(Row row) {
    var contradiction = cover(row, other -> !isSame(row, other));
    if (contradiction.isPresent()) {
      add(
          row,
          Kind.NEVER_WINS,
          new Text(
                  "this row is always contradicted: whenever it speaks, so does %s, with another answer",
                  "此行总是与别的行矛盾：只要它成立，%s也成立，且给出另一答案")
              .formatted(Row.list(contradiction.get(), row.rule().file())),
          EXCLUDE);
    } else {
      settledWithout(row).ifPresent(cover -> superfluous(row, Kind.ADDS_NOTHING, cover, SAME));
    }
  }

  /**
   * The rows that settle the outcome whenever a row of an <i>only one</i> question speaks: it
   * matters where no other row speaks or all others agree on another answer.
   */
  private Optional<Collection<Row>> settledWithout(Row row) {
    var settling = new HashSet<Row>();
    var others =
        question.answers().keySet().stream().filter(answer -> !answer.equals(row.answer()));
    for (var agreed : Stream.concat(Stream.of(""), others).toList()) {
      var cover = cover(row, other -> !other.answer().equals(agreed));
      if (cover.isEmpty()) {
        return Optional.empty();
      }
      settling.addAll(cover.get());
    }
    var inOrder = rows.all().stream().filter(settling::contains).toList();
    return Optional.of(inOrder);
  }

  /** Rows of a kind one of which always speaks with {@code row}: if possible a single one. */
  private Optional<Collection<Row>> cover(Row row, Predicate<Row> kind) {
    Predicate<Row> others = other -> other != row && !superfluous.contains(other);
    var search = new Search(rows, others.and(kind));
    if (!search.isCovered(row.region())) {
      return Optional.empty();
    }
    var single =
        rows.speakingAt(row.region().point().orElseThrow())
            .filter(others.and(kind))
            .filter(other -> row.region().isWithin(other.region()))
            .findFirst();
    return Optional.of(single.<Collection<Row>>map(List::of).orElse(search.met()));
  }

  private void superfluous(Row row, Kind kind, Collection<Row> cover, Text instead) {
    superfluous.add(row);
    var others = Row.list(cover, row.rule().file());
    add(
        row,
        kind,
        kind == Kind.NEVER_WINS
            ? new Text(
                    "this row never wins: whenever it speaks, %s gives %s",
                    "此行永远不会胜出：只要它成立，%s就会给出%s")
                .formatted(others, instead)
            : new Text(
                    "this row adds at most its reason: whenever it speaks, %s gives %s",
                    "此行至多多给一条理由：只要它成立，%s就会给出%s")
                .formatted(others, instead),
        new Text("Remove this row, or change the conditions of one of them.", "请删除此行，或修改其中一行的条件。"));
  }

  private void add(Row row, Kind kind, Text what, Text remedy) {
    findings.add(0, row.finding(kind, "answer", what, remedy));
  }
}
