package org.redress.decision;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.Language;
import org.redress.decision.rule.Example;
import org.redress.decision.rule.NumberFact;
import org.redress.decision.rulebook.RuleBook;
import org.redress.text.Text;

/** Decides each example of a rule book and holds the result against what the example expects. */
public final class ExampleRun {

  /** The day of examples that state none: noon, far from any season's dates. */
  private static final LocalDateTime ANY_DAY = LocalDateTime.of(2000, 6, 15, 12, 0);

  private static final Text GOT = new Text("expected %s, got %s", "预期 %s，实际是 %s");

  private ExampleRun() {}

  /**
   * One example decided.
   *
   * @param mistakes what came out differently; empty when the example holds
   */
  public record Result(Example example, Answer answer, List<Text> mistakes) {

    public boolean holds() {
      return mistakes.isEmpty();
    }

    /** {@code file:row: what differs} in English, as {@code rules test} prints it. */
    public String describe() {
      return "%s:%d: %s"
          .formatted(
              example.file(),
              example.row(),
              String.join("; ", mistakes.stream().map(Text::en).toList()));
    }
  }

  /** Runs all examples of a book. */
  public static List<Result> of(RuleBook book) {
    return book.examples().stream().map(example -> run(book, example)).toList();
  }

  private static Result run(RuleBook book, Example example) {
    var given = example.given();
    var answer = Asking.answer(book, complaint(given), given.answers, example.question());
    return new Result(example, answer, mistakes(example.expect(), answer));
  }

  private static Case complaint(Example.Given given) {
    var text = given.subject == null ? given.text : given.subject + "\n" + given.text;
    var numbers = new EnumMap<NumberFact, Double>(NumberFact.class);
    var customer = given.customer;
    put(numbers, NumberFact.TENURE_MONTHS, customer.tenureMonths());
    put(numbers, NumberFact.VALUE, customer.value());
    put(numbers, NumberFact.COMPLAINTS_IN_90_DAYS, customer.complaintsIn90Days());
    put(numbers, NumberFact.COMPENSATIONS_IN_A_YEAR, customer.compensationsInAYear());
    put(numbers, NumberFact.MONEY_GIVEN_IN_A_YEAR, customer.moneyGivenInAYear());
    put(numbers, NumberFact.CHURN_RISK, customer.churnRisk());
    put(numbers, NumberFact.LAST_SATISFACTION, customer.lastSatisfaction());
    put(numbers, NumberFact.DAYS_SINCE_SOLVED, given.days_since_solved);
    put(numbers, NumberFact.SAME_FAULT, given.same_fault_in_an_hour);
    var received =
        given.received_at == null
            ? ANY_DAY
            : given.received_at.atZone(ZoneOffset.UTC).toLocalDateTime();
    var language = given.language.isEmpty() ? Language.of(text) : given.language;
    return new Case(
        text, new Circumstances(given.channel, language, received, customer.tier(), numbers));
  }

  private static void put(
      Map<NumberFact, Double> numbers, NumberFact fact, @Nullable Number number) {
    if (number != null) {
      numbers.put(fact, number.doubleValue());
    }
  }

  private static List<Text> mistakes(Example.Expect expect, Answer answer) {
    var mistakes = new ArrayList<Text>();
    if (!answer.values().containsAll(expect.answer())) {
      mistakes.add(GOT.formatted(expect.answer(), answer.values()));
    }
    var speaking =
        answer.chosen().stream().filter(p -> expect.answer().contains(p.answer())).toList();
    if (expect.rule().equals(Example.NO_RULE)) {
      if (!answer.noRuleAnswered()) {
        mistakes.add(
            new Text("expected no rule to answer, but '%s' did", "预期没有规则作答，但“%s”作答了")
                .formatted(anyRule(answer)));
      }
    } else if (speaking.stream().noneMatch(p -> p.rule().equals(expect.rule()))) {
      mistakes.add(
          new Text("expected the rule '%s', got %s", "预期由规则“%s”作答，实际是 %s")
              .formatted(expect.rule(), answer.chosen().stream().map(Proposal::rule).toList()));
    }
    if (expect.detail() != null
        && speaking.stream().noneMatch(p -> Objects.equals(p.detail(), expect.detail()))) {
      mistakes.add(
          GOT.formatted(expect.detail(), speaking.stream().map(Proposal::detail).toList()));
    }
    return mistakes;
  }

  private static String anyRule(Answer answer) {
    return answer.clash() ? answer.lost().get(0).rule() : answer.chosen().get(0).rule();
  }
}
