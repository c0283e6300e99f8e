package org.redress.decision.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.decision.ExampleRun;
import org.redress.decision.check.space.Rows;
import org.redress.decision.check.space.Space;
import org.redress.decision.finding.Finding;
import org.redress.decision.finding.Finding.Kind;
import org.redress.decision.rule.Question;
import org.redress.decision.rule.Question.Policy;
import org.redress.decision.rule.Rule;
import org.redress.decision.rulebook.RuleBook;
import org.redress.text.Text;

/** Everything that is doubtful in a rule book that may be used. */
public final class BookCheck {

  /** So many of a kind are shown; whoever mends them sees the next. */
  private static final int MOST_OF_A_KIND = 20;

  private static final Set<Kind> HOPELESS = Set.of(Kind.NEVER_SPEAKS, Kind.NEVER_WINS, Kind.OVER);

  private final RuleBook book;
  private final List<ExampleRun.Result> examples;
  private final LocalDate today;
  private final List<Finding> findings;

  private BookCheck(RuleBook book, List<ExampleRun.Result> examples, LocalDate today) {
    this.book = book;
    this.examples = examples;
    this.today = today;
    this.findings = new ArrayList<>(book.warnings());
  }

  /**
   * Checks a book: rows that can never matter, contradictions, gaps, and what nothing uses.
   *
   * @param examples the book's examples, decided
   * @param today dates are judged from this day on
   * @return warnings and hints, grouped by kind; of many of one kind the first, and how many more
   */
  public static List<Finding> of(RuleBook book, List<ExampleRun.Result> examples, LocalDate today) {
    return new BookCheck(book, examples, today).run();
  }

  private List<Finding> run() {
    var earlier = new ArrayList<Question>();
    for (var question : book.questions()) {
      look(question, List.copyOf(earlier));
      earlier.add(question);
    }
    var unused = new Unused(book);
    findings.addAll(unused.words());
    findings.addAll(unused.answers());
    findings.addAll(unused.rules(examples, hopeless()));
    return grouped();
  }

  private void look(Question question, List<Question> earlier) {
    var silent = new SilentRows(today);
    var rules = book.rules().stream().filter(rule -> isOf(question, rule)).toList();
    var current = rules.stream().filter(silent::mayStillSpeak).toList();
    var space = new Space(earlier, current, today);
    var rows =
        new Rows(
            current.stream().filter(rule -> silent.canSpeak(rule, space)).map(space::row).toList());
    var dead = new DeadRows(question, rows);
    findings.addAll(silent.findings());
    findings.addAll(dead.findings());
    if (question.policy() == Policy.ONLY_ONE) {
      findings.addAll(Clashes.among(dead.live()));
    }
    findings.addAll(new Gaps(book, question, space, rows).findings());
  }

  private static boolean isOf(Question question, Rule rule) {
    return rule.question().equals(question.name());
  }

  /** The places of the rules that cannot win, for which no example can be written. */
  private Set<String> hopeless() {
    var places =
        findings.stream()
            .filter(finding -> HOPELESS.contains(finding.kind()))
            .map(BookCheck::place)
            .collect(Collectors.toSet());
    return book.rules().stream()
        .filter(rule -> places.contains(rule.file() + ":" + rule.row()))
        .map(Rule::name)
        .collect(Collectors.toSet());
  }

  private static String place(Finding finding) {
    return finding.file() + ":" + finding.row();
  }

  private List<Finding> grouped() {
    var grouped = new ArrayList<Finding>();
    for (var kind : Kind.values()) {
      var all = findings.stream().filter(finding -> finding.kind() == kind).toList();
      grouped.addAll(all.subList(0, Math.min(all.size(), MOST_OF_A_KIND)));
      if (all.size() > MOST_OF_A_KIND) {
        grouped.add(more(all.get(MOST_OF_A_KIND), all.size() - MOST_OF_A_KIND));
      }
    }
    return grouped;
  }

  private static Finding more(Finding next, int count) {
    return new Finding(
        next.kind(),
        next.file(),
        next.row(),
        next.column(),
        new Text("and %s%d more of this kind, here and below", "从这里起还有%s %d 个同类问题")
            .formatted(
                count + MOST_OF_A_KIND < Clashes.MOST
                    ? Text.alike("")
                    : new Text("at least ", "至少"),
                count),
        new Text("Mend those above and check again.", "请先处理前面的，再检查一次。"));
  }
}
