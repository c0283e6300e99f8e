package org.redress.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.decision.check.BookCheck;
import org.redress.decision.finding.Finding;
import org.redress.decision.finding.Finding.Kind;
import org.redress.decision.rule.Condition;
import org.redress.decision.rule.Question;
import org.redress.decision.rule.Question.Policy;
import org.redress.decision.rule.Rule;
import org.redress.decision.rule.WordCondition;
import org.redress.decision.rulebook.RuleBook;
import org.redress.table.Table;

/**
 * What the check of a rule book says of random small tables holds for every possible complaint, and
 * it says all of it: each complaint is really put to the rules.
 */
class CheckAgainstAllComplaintsTest {

  private static final int TABLES = 60;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Set<Kind> DEAD =
      Set.of(Kind.NEVER_SPEAKS, Kind.NEVER_WINS, Kind.ADDS_NOTHING);

  static Stream<Integer> tables() {
    return IntStream.range(0, TABLES).boxed();
  }

  private RuleBook book;
  private Question question;
  private List<Finding> findings;
  private Map<Map<String, String>, List<Rule>> speaking;

  @ParameterizedTest
  @MethodSource("tables")
  void whatIsSaidHoldsAndAllIsSaid(int seed) {
    prepare(new RandomBook(new Random(seed)));
    silentRows();
    superfluousRows();
    if (question.policy() == Policy.ONLY_ONE) {
      contradictedRows();
      clashes();
    }
    gaps();
  }

  private void prepare(RandomBook random) {
    book = random.book();
    question = random.question();
    speaking = random.speaking();
    findings =
        BookCheck.of(book, ExampleRun.of(book), TODAY).stream()
            .filter(f -> f.file().startsWith("asked"))
            .toList();
  }

  private void silentRows() {
    var speak = speaking.values().stream().flatMap(List::stream).collect(Collectors.toSet());
    assertThat(reported(Kind.NEVER_SPEAKS))
        .isEqualTo(rules().filter(rule -> !speak.contains(rule)).collect(Collectors.toSet()));
  }

  private void superfluousRows() {
    var superfluous = new LinkedHashSet<>(reported(Kind.ADDS_NOTHING));
    if (question.policy() != Policy.ONLY_ONE) {
      superfluous.addAll(reported(Kind.NEVER_WINS));
    }
    Predicate<Rule> left = rule -> !superfluous.contains(rule);
    assertThat(changes(rule -> true, left)).as("all that is reported is superfluous").isFalse();
    rules()
        .filter(left)
        .filter(rule -> !isReported(rule))
        .forEach(
            rule ->
                assertThat(changes(left, left.and(other -> !other.equals(rule))))
                    .as("%s is needed", rule.name())
                    .isTrue());
  }

  /** Whether an answer changes between two choices of rows. */
  private boolean changes(Predicate<Rule> some, Predicate<Rule> others) {
    return speaking.values().stream()
        .anyMatch(rules -> !outcome(rules, some).equals(outcome(rules, others)));
  }

  private List<Object> outcome(List<Rule> speaking, Predicate<Rule> chosen) {
    var answer = pick(speaking.stream().filter(chosen).toList());
    var details = answer.values().stream().map(answer::detailOf).toList();
    var detailMatters = question.policy() == Policy.COLLECT;
    return List.of(
        answer.values(), answer.clash(), answer.noRuleAnswered(), detailMatters ? details : "");
  }

  private Answer pick(List<Rule> rules) {
    return new Picking(question)
        .pick(
            rules.stream()
                .map(
                    rule ->
                        new Proposal(
                            rule.answer(),
                            rule.detail(),
                            rule.name(),
                            rule.file(),
                            rule.row(),
                            rule.because(),
                            List.of(),
                            List.of()))
                .toList());
  }

  private void contradictedRows() {
    var contradicted = reported(Kind.NEVER_WINS);
    var superfluous = reported(Kind.ADDS_NOTHING);
    rules()
        .filter(rule -> !superfluous.contains(rule) && !reported(Kind.NEVER_SPEAKS).contains(rule))
        .forEach(
            rule ->
                assertThat(
                        speaking.values().stream()
                            .filter(rules -> rules.contains(rule))
                            .map(rules -> rules.stream().filter(r -> !superfluous.contains(r)))
                            .allMatch(rules -> pick(rules.toList()).clash()))
                    .as("%s is always contradicted", rule.name())
                    .isEqualTo(contradicted.contains(rule)));
  }

  private void clashes() {
    var pairs = new TreeSet<String>();
    for (var rules : speaking.values()) {
      for (var one : rules) {
        rules.stream()
            .filter(two -> two.row() > one.row() && !two.answer().equals(one.answer()))
            .filter(two -> !isReported(one) && !isReported(two))
            .forEach(two -> pairs.add(one.row() + "-" + two.row()));
      }
    }
    var other = Pattern.compile("both row (\\d+)");
    var reported =
        findings.stream()
            .filter(finding -> finding.kind() == Kind.CLASH)
            .flatMap(
                f -> other.matcher(f.what().en()).results().map(m -> m.group(1) + "-" + f.row()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(reported).isEqualTo(pairs);
  }

  private void gaps() {
    var answers = List.of("colour", "shape");
    var used =
        rules()
            .filter(rule -> !reported(Kind.NEVER_SPEAKS).contains(rule))
            .map(rule -> rule.conditions().stream().map(Condition::column).toList())
            .filter(answers::containsAll)
            .flatMap(List::stream)
            .distinct()
            .toList();
    var open =
        speaking.entrySet().stream()
            .filter(entry -> !used.isEmpty() && entry.getValue().isEmpty())
            .map(entry -> used.stream().map(entry.getKey()::get).toList())
            .collect(Collectors.toSet());
    var proposed =
        findings.stream().filter(f -> f.kind() == Kind.GAP).map(this::proposedRow).toList();
    var closed =
        speaking.keySet().stream()
            .filter(c -> proposed.stream().anyMatch(row -> speaks(row, c, used)))
            .map(complaint -> used.stream().map(complaint::get).toList())
            .collect(Collectors.toSet());
    assertThat(closed).isEqualTo(open);
  }

  private Table.Row proposedRow(Finding gap) {
    var line = gap.remedy().en().substring(gap.remedy().en().indexOf(": ") + 2);
    var header =
        String.join(",", Objects.requireNonNull(book.contents().headers().get("asked/asked.csv")));
    return Table.read(
            "asked.csv", (header + "\n" + line).getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .rows()
        .get(0);
  }

  private static boolean speaks(Table.Row row, Map<String, String> complaint, List<String> used) {
    return used.stream()
        .filter(column -> !row.cell("when " + column).isEmpty())
        .allMatch(
            column -> {
              var condition = WordCondition.parse(column, row.cell("when " + column));
              var shown = complaint.get(column);
              return condition.anyOf().stream().allMatch(group -> group.contains(shown))
                  && !condition.noneOf().contains(shown);
            });
  }

  private Stream<Rule> rules() {
    return book.rules().stream().filter(rule -> rule.question().equals("asked"));
  }

  private Set<Rule> reported(Kind kind) {
    var places =
        findings.stream()
            .filter(f -> f.kind() == kind)
            .map(Finding::row)
            .collect(Collectors.toSet());
    return rules().filter(rule -> places.contains(rule.row())).collect(Collectors.toSet());
  }

  private boolean isReported(Rule rule) {
    return DEAD.stream().anyMatch(kind -> reported(kind).contains(rule));
  }
}
