package org.redress.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
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
import org.redress.decision.rule.Facts;
import org.redress.decision.rule.NumberFact;
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

  private static final String QUESTIONS =
      """
      questions:
        - name: colour
          asks: {en: Colour?, zh: 颜色？}
          policy: highest
          default: green
          answers: {red: {en: R, zh: 红}, blue: {en: B, zh: 蓝}, green: {en: G, zh: 绿}}
        - name: shape
          asks: {en: Shape?, zh: 形状？}
          policy: only one
          default: round
          answers: {square: {en: S, zh: 方}, round: {en: R, zh: 圆}}
        - name: mark
          asks: {en: Marks?, zh: 标记？}
          policy: collect
          default: []
          answers: {dot: {en: D, zh: 点}, line: {en: L, zh: 线}}
        - name: asked
          asks: {en: Asked?, zh: 问？}
          policy: POLICY
          detail: {column: amount, type: money, keep: highest}
          default: a
          answers: {a: {en: A, zh: 甲}, b: {en: B, zh: 乙}, c: {en: C, zh: 丙}}
      """;

  /** The cells that random rows draw from, by column. */
  private static final Map<String, List<String>> CELLS = new LinkedHashMap<>();

  /** What complaints can show, by column; several values are separated by spaces. */
  private static final Map<String, List<String>> SHOWN = new LinkedHashMap<>();

  static {
    CELLS.put("mentions", List.of("m", "!m", "n", "m|n", "m & n", "m|n & !n", "m & !m"));
    CELLS.put("language", List.of("en", "zh", "!en", "en & zh"));
    CELLS.put("tier", List.of("gold", "!gold", "gold|silver", "!gold & !silver"));
    CELLS.put("value", List.of(">=10", "<10", "10", ">10", "5..20", "<=5"));
    CELLS.put("colour", List.of("red", "blue", "green", "!red", "red|blue", "!red & !blue"));
    CELLS.put("shape", List.of("square", "round", "!square", "square|round"));
    CELLS.put("mark", List.of("dot", "line", "!dot", "dot|line", "dot & line", "!line"));
    CELLS.put("days", List.of("2026-12-01,", ",2026-12-09", "2026-12-10,", ",2026-12-20"));
    SHOWN.put("mentions", List.of("", "m", "n", "m n"));
    SHOWN.put("language", List.of("en", "zh"));
    SHOWN.put("tier", List.of("", "gold", "silver"));
    SHOWN.put("value", List.of("", "0", "5", "7", "10", "15", "20", "30"));
    SHOWN.put("colour", List.of("green", "red", "blue"));
    SHOWN.put("shape", List.of("round", "square"));
    SHOWN.put("mark", List.of("", "dot", "line", "dot line"));
    SHOWN.put("days", List.of("2026-11-22", "2026-12-05", "2026-12-15", "2026-12-25"));
  }

  static Stream<Integer> tables() {
    return IntStream.range(0, TABLES).boxed();
  }

  private final List<String> columns = new ArrayList<>();
  private RuleBook book;
  private Question question;
  private List<Finding> findings;
  private final Map<Map<String, String>, List<Rule>> speaking = new LinkedHashMap<>();

  @ParameterizedTest
  @MethodSource("tables")
  void whatIsSaidHoldsAndAllIsSaid(int seed) {
    prepare(new Random(seed));
    silentRows();
    superfluousRows();
    if (question.policy() == Policy.ONLY_ONE) {
      contradictedRows();
      clashes();
    }
    gaps();
  }

  private void prepare(Random random) {
    var policy = List.of("highest", "only one", "collect").get(random.nextInt(3));
    var all = new ArrayList<>(CELLS.keySet());
    java.util.Collections.shuffle(all, random);
    columns.addAll(all.subList(0, 4));
    book =
        new SoundBook()
            .with("questions.yml", QUESTIONS.replace("POLICY", policy))
            .with("vocabulary/words.csv", "name,en,zh\n" + words("m", "n", "red", "blue", "square"))
            .with("colour/colour.csv", earlier("red", "blue"))
            .with("shape/shape.csv", earlier("square"))
            .with(
                "mark/mark.csv", "name,answer,because,because_zh\nDot,dot,D.,点。\nLine,line,L.,线。\n")
            .with("asked/asked.csv", table(random))
            .load();
    question = book.question("asked").orElseThrow();
    findings =
        BookCheck.of(book, ExampleRun.of(book), TODAY).stream()
            .filter(f -> f.file().startsWith("asked"))
            .toList();
    for (var complaint : complaints()) {
      speaking.put(complaint, book.speaking(question, facts(complaint)));
    }
  }

  private static String words(String... words) {
    return Arrays.stream(words).map(w -> w + "," + w + ",\n").collect(Collectors.joining());
  }

  /** A table that gives each answer when the word of its name is mentioned. */
  private static String earlier(String... answers) {
    return Arrays.stream(answers)
        .map(a -> "%s,%s,%s,Because.,因为。%n".formatted("Is " + a, a, a))
        .collect(Collectors.joining("", "name,when mentions,answer,because,because_zh\n", ""));
  }

  private String table(Random random) {
    var conditions = columns.stream().filter(c -> !c.equals("days")).toList();
    var table =
        new StringBuilder("name")
            .append(conditions.stream().map(c -> ",when " + c).collect(Collectors.joining()))
            .append(",answer,amount,because,because_zh,from,until\n");
    var rows = 4 + random.nextInt(3);
    for (int row = 0; row < rows; row++) {
      table.append("Row ").append(row);
      conditions.forEach(c -> table.append(',').append(cell(c, random)));
      table.append(',').append("abc".charAt(random.nextInt(3)));
      table.append(',').append(List.of("", "10", "20").get(random.nextInt(3)));
      table.append(",Because.,因为。,");
      var dates = columns.contains("days") ? cell("days", random) : "";
      table.append(dates.isEmpty() ? "," : dates).append('\n');
    }
    return table.toString();
  }

  private static String cell(String column, Random random) {
    var cells = CELLS.get(column);
    return random.nextInt(5) < 3 ? "" : cells.get(random.nextInt(cells.size()));
  }

  /** Every complaint that the columns of the table can tell apart. */
  private List<Map<String, String>> complaints() {
    List<Map<String, String>> complaints = List.of(Map.of());
    for (var column : SHOWN.keySet()) {
      var values = columns.contains(column) ? SHOWN.get(column) : SHOWN.get(column).subList(0, 1);
      complaints =
          complaints.stream()
              .flatMap(complaint -> values.stream().map(value -> with(complaint, column, value)))
              .toList();
    }
    return complaints;
  }

  private static Map<String, String> with(Map<String, String> some, String key, String value) {
    var more = new LinkedHashMap<>(some);
    more.put(key, value);
    return more;
  }

  private static Facts facts(Map<String, String> complaint) {
    var facts = new Facts(LocalDateTime.parse(complaint.get("days") + "T12:00"));
    complaint.forEach(
        (column, shown) -> {
          var values = shown.isEmpty() ? List.<String>of() : List.of(shown.split(" "));
          switch (column) {
            case "mentions" ->
                facts.addMentions(
                    values.stream().collect(Collectors.toMap(w -> w, w -> List.of(w))));
            case "value" -> values.forEach(v -> facts.add(NumberFact.VALUE, Double.parseDouble(v)));
            case "days" -> {}
            default -> facts.add(column, values);
          }
        });
    return facts;
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
