package org.redress.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.redress.decision.rule.Facts;
import org.redress.decision.rule.NumberFact;
import org.redress.decision.rule.Rule;
import org.redress.decision.rulebook.RuleBook;
import org.redress.decision.rulebook.TooManyRulesSpeak;

/** The engine lets those rules speak whose conditions hold, computed plainly: no others, all. */
class RulesSpeakTest {

  private static final String HEADER =
      "name,when mentions,when text,when tier,when channel,when emotion,when demand,when value,"
          + "when amount,when churn risk,when complaints in 90 days,when time of day,from,until,"
          + "answer,because,because_zh\n";

  /** A complaint, as random as the rules. */
  record Seen(Case complaint, List<String> emotion, List<String> demand) {

    Facts facts(RuleBook book) {
      var facts = complaint.facts(book.found(complaint.text()));
      facts.add("emotion", emotion);
      facts.add("demand", demand);
      return facts;
    }
  }

  @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
  void theEngineAgreesWithPlainConditions(
      @ForAll("rows") List<String> rows,
      @ForAll("formulas") List<String> formulas,
      @ForAll("complaints") List<Seen> complaints) {
    var table = new StringBuilder(HEADER);
    rows.forEach(row -> table.append("Row ").append(table.length()).append(',').append(row));
    var drl = new StringBuilder("// formulas\n");
    formulas.forEach(
        formula ->
            drl.append(
                "rule \"Formula %d\" when Complaint( %s ) then propose(\"money\", \"a\", \"b\"); end\n"
                    .formatted(drl.length(), formula)));
    var book =
        RuleBook.of(
            RefundBook.with(
                Map.of("table.csv", bytes(table.toString()), "more.drl", bytes(drl.toString()))));
    var question = book.question("refund").orElseThrow();
    var rules = book.rules().stream().filter(rule -> rule.question().equals("refund")).toList();
    assertThat(rules).hasSize(rows.size() + formulas.size());
    for (var complaint : complaints) {
      var facts = complaint.facts(book);
      assertThat(book.speaking(question, facts))
          .extracting(Rule::name)
          .as("%s", complaint)
          .containsExactlyElementsOf(
              rules.stream().filter(rule -> rule.holds(facts)).map(Rule::name).toList());
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Provide
  Arbitrary<List<String>> rows() {
    var cells =
        List.of(
            words("late", "broken", "rude"),
            words("\"\"gas leak\"\"", "bang", "\"\"smok*\"\"", "\"\"no smell\"\"", "漏气"),
            words("gold", "silver", "standard"),
            words("email", "web"),
            words("calm", "angry"),
            words("refund", "repair"),
            numbers(),
            numbers(),
            numbers(),
            numbers(),
            Arbitraries.of("09:00..18:00", "22:00..06:00", ">=18:00", "<9:00", ">12:30", "<=00:00"),
            Arbitraries.of("2026-03-01", "2026-06-01"),
            Arbitraries.of("2026-05-31", "2026-09-30"));
    var row = Arbitraries.just("");
    for (var cell : cells) {
      var mostlyEmpty =
          Arbitraries.frequencyOf(Tuple.of(7, Arbitraries.just("")), Tuple.of(3, cell));
      row =
          Combinators.combine(row, mostlyEmpty).as((before, next) -> before + "\"" + next + "\",");
    }
    return row.map(filled -> filled + "money,a,b\n").list().ofMinSize(1).ofMaxSize(30);
  }

  private static Arbitrary<String> words(String... words) {
    var one = Arbitraries.of(words);
    var part =
        Arbitraries.oneOf(
            one,
            one.map(word -> "!" + word),
            one.list().ofSize(2).map(two -> String.join("|", two)));
    return part.list().ofMinSize(1).ofMaxSize(3).map(parts -> String.join(" & ", parts));
  }

  private static Arbitrary<String> numbers() {
    return Arbitraries.of("0", ">=3", "<10", ">50", "<=120.5", "2..5", "100..5000000000", "=3");
  }

  @Provide
  Arbitrary<List<String>> formulas() {
    var constraints = formula(3).list().ofMinSize(1).ofMaxSize(3);
    return constraints.map(parts -> String.join(", ", parts)).list().ofMaxSize(10);
  }

  private static Arbitrary<String> formula(int depth) {
    if (depth == 0) {
      return comparison();
    }
    var deeper = formula(depth - 1);
    return Arbitraries.oneOf(
        comparison(),
        deeper.map(inner -> "!(" + inner + ")"),
        joined(deeper, " && "),
        joined(deeper, " || "));
  }

  private static Arbitrary<String> joined(Arbitrary<String> part, String by) {
    return part.list().ofSize(2).map(two -> "(" + String.join(")" + by + "(", two) + ")");
  }

  private static Arbitrary<String> comparison() {
    var field = Arbitraries.of("value", "amount", "churnRisk", "complaintsIn90Days");
    var operator = Arbitraries.of("==", "!=", "<", "<=", ">", ">=");
    return Arbitraries.oneOf(
        Arbitraries.of(
            "mentions contains \"late\"",
            "mentions not contains \"broken\"",
            "text contains \"gas leak\"",
            "text not contains \"smok*\"",
            "tier == \"gold\"",
            "tier != \"silver\"",
            "emotion == \"angry\"",
            "demand contains \"refund\"",
            "timeOfDay >= \"18:00\"",
            "timeOfDay < \"09:30\""),
        Combinators.combine(field, operator, Arbitraries.of("0", "3", "50", "120.5"))
            .as((f, o, n) -> "%s %s %s".formatted(f, o, n)));
  }

  @Provide
  Arbitrary<List<Seen>> complaints() {
    var text =
        Arbitraries.of(
                "late",
                "Broken,",
                "brokenly",
                "rude",
                "a GAS  leak!",
                "bangs",
                "bang",
                "smoking",
                "no smell",
                "我家漏气了",
                "$3",
                "120.50 dollars",
                "5万元",
                "迟到",
                "then")
            .list()
            .ofMaxSize(6)
            .map(words -> String.join(" ", words));
    var numbers =
        Arbitraries.maps(
                Arbitraries.of(
                    NumberFact.VALUE, NumberFact.CHURN_RISK, NumberFact.COMPLAINTS_IN_90_DAYS),
                Arbitraries.of(0.0, 2.0, 3.0, 4.5, 50.0, 120.5, 5e9))
            .ofMaxSize(3);
    var received =
        Combinators.combine(
                Arbitraries.integers().between(1, 12),
                Arbitraries.integers().between(0, 23),
                Arbitraries.of(0, 29, 30, 31, 59))
            .as((month, hour, minute) -> LocalDateTime.of(2026, month, 1, hour, minute));
    var tier = Arbitraries.of("gold", "silver", "platinum").injectNull(0.2);
    var answers = Arbitraries.of(List.<String>of(), List.of("calm"), List.of("angry"));
    var demands = Arbitraries.of(List.<String>of(), List.of("refund"), List.of("refund", "repair"));
    return Combinators.combine(text, numbers, received, tier, answers, demands)
        .as(
            (said, known, at, level, emotion, demand) ->
                new Seen(
                    new Case(said, new Circumstances("web", "en", at, level, known)),
                    emotion,
                    demand))
        .list()
        .ofSize(120);
  }

  @Test
  void moreRulesThanAreAskedForAreToldAndNotCut() {
    var rows = new ArrayList<String>();
    for (int i = 0; i < 10_001; i++) {
      rows.add("R%d,money,a,b".formatted(i));
    }
    var table = "name,answer,because,because_zh\n" + String.join("\n", rows);
    var book = RuleBook.of(RefundBook.with("table.csv", table));
    var facts = new Facts(LocalDateTime.of(2026, 1, 1, 0, 0));
    assertThatThrownBy(() -> book.speaking(book.question("refund").orElseThrow(), facts))
        .isInstanceOf(TooManyRulesSpeak.class)
        .hasMessageContaining("more than 10000 rules of the question 'refund'");
  }

  @Test
  void ownPhrasesAreShownLikeMentions() {
    var table =
        HEADER
            + "Gas,,\"\"\"gas leak\"\"|\"\"smok*\"\" & !\"\"no smell\"\"\",,,,,,,,,,,,money,a,b\n";
    var book = RuleBook.of(RefundBook.with("table.csv", table));
    var circumstances =
        new Circumstances("web", "en", LocalDateTime.now(), null, new EnumMap<>(NumberFact.class));
    var decision = Asking.decide(book, new Case("Is it a Gas Leak? Smoke!", circumstances));
    assertThat(decision.mentions())
        .containsEntry("\"gas leak\"", List.of("gas leak"))
        .containsEntry("\"smok*\"", List.of("smoke"));
    var proposal = decision.answer("refund").chosen().get(0);
    assertThat(proposal.phrases()).containsExactly("gas leak", "smoke");
    assertThat(proposal.conditions().get(0).seen()).isEqualTo("“gas leak”, “smoke”");
  }
}
