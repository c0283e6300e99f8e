package org.redress.decision.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.decision.RefundBook;
import org.redress.decision.finding.RuleBookBroken;
import org.redress.decision.rule.Condition;
import org.redress.decision.rule.Rule;

/** Formulas become rules like rows, and mistakes in them are told with line and remedy. */
class FormulaFileTest {

  private static List<Rule> read(String drl) {
    return RuleBookReader.read(RefundBook.with("more.drl", drl)).rules().stream()
        .filter(rule -> rule.question().equals("refund"))
        .toList();
  }

  @Test
  void aFormulaIsARuleWithItsLine() {
    var rules =
        read(
            """
            // Vouchers that no row can say. end
            rule "First"
              date-effective "2026-01-01"
              date-expires "2026-02-01"
            when
              Complaint( tier == "gold" || value >= 1000, mentions contains "late",
                         !(emotion == "calm" && complaintsIn90Days < 2), text not contains "gas, or \\"leak" )
            then
              propose("voucher", "50", "They said \\"sorry\\" at the end /* really */.", "理由；end");
            end

            rule "Second" when Complaint() then propose("money", "Because.", "理由。") end
            """
                .replace("gas, or \\\"leak", "gas, or leak"));
    var first = rules.get(0);
    assertThat(first.name()).isEqualTo("First");
    assertThat(first.row()).isEqualTo(2);
    assertThat(first.file()).isEqualTo("refund/more.drl");
    assertThat(first.detail()).isEqualTo("50");
    assertThat(first.because().en()).isEqualTo("They said \"sorry\" at the end /* really */.");
    assertThat(first.because().zh()).isEqualTo("理由；end");
    assertThat(first.from()).isEqualTo(LocalDate.of(2026, 1, 1));
    assertThat(first.until()).isEqualTo(LocalDate.of(2026, 2, 1));
    assertThat(first.conditions())
        .extracting(Condition::column)
        .containsExactly("formula", "mentions", "formula", "text");
    assertThat(first.conditions())
        .extracting(Condition::cell)
        .containsExactly(
            "(tier gold or value >=1000)",
            "late",
            "not ((emotion calm and complaints in 90 days <2))",
            "!\"gas, or leak\"");
    assertThat(rules.get(1).row()).isEqualTo(12);
    assertThat(rules.get(1).conditions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          tire == "gold" ~ unknown field 'tire', did you mean 'tier'?
          emotion == "angy" ~ unknown word 'angy', did you mean 'angry'?
          mentions contains "lat" ~ unknown word 'lat', did you mean 'late'?
          mentions == "late" ~ mentions may have several values
          emotion contains "calm" ~ emotion has one value
          refund == "money" ~ unknown field 'refund'
          value >= "1000" ~ value is a number
          tier == 3 ~ tier has one value
          tier == "gold|silver" ~ tier is one plain word
          timeOfDay >= 18 ~ timeOfDay is a time
          timeOfDay >= "25:00" ~ '>=25:00' is not a time of day
          tier == "gold" || == "silver" ~ '==' cannot stand here
          tier == "gold" and value > 3 ~ this is no rule
          value > 3 value < 9 ~ this is no rule
          ((((((((((( value > 1 ))))))))))) ~ more than 10 brackets are inside each other
          text contains "*" ~ '*' is no phrase to look for
          """)
  void mistakesAreToldWithTheirLine(String constraint, String what) {
    var drl =
        "// first line\nrule \"R\" when\n Complaint( value > 0,\n %s )\nthen propose(\"money\",\"a\",\"b\"); end"
            .formatted(constraint);
    assertThatThrownBy(() -> read(drl))
        .isInstanceOf(RuleBookBroken.class)
        .hasMessageMatching("(?s).*refund/more\\.drl:[24]:.*")
        .hasMessageContaining(what);
  }

  @Test
  void everyBrokenRuleIsToldAndNamesAreUniqueAmongRowsToo() {
    var rule = "rule \"%s\" when Complaint( %s ) then propose(%s); end\n";
    var drl =
        rule.formatted("A", "x > 1", "\"money\",\"a\",\"b\"")
            + rule.formatted("B", "value > 1", "\"mony\",\"a\",\"b\"")
            + rule.formatted("C", "value > 1", "\"money\",\"b\"")
            + rule.formatted("Anger", "value > 1", "\"money\",\"5\",\"a\",\"b\"")
            + rule.formatted("E", "value > 1", "\"money\",\"five\",\"a\",\"b\"");
    assertThatThrownBy(() -> read(drl))
        .hasMessageContaining("more.drl:1:: unknown field 'x'")
        .hasMessageContaining("more.drl:2:answer: 'mony' is no answer")
        .hasMessageContaining("more.drl:3:: propose has 2 texts")
        .hasMessageContaining("more.drl:4:name: 'Anger' is also the name of emotion/emotion.csv")
        .hasMessageContaining("more.drl:5:amount: 'five'");
  }

  @Test
  void sizeIsLimited() {
    var rule = "rule \"%d\" when Complaint( %s ) then propose(\"money\",\"a\",\"b\"); end\n";
    var many = new StringBuilder();
    for (int i = 0; i < 201; i++) {
      many.append(rule.formatted(i, "value > 1"));
    }
    assertThatThrownBy(() -> read(many.toString()))
        .hasMessageContaining("201 rules, more than 200");
    var long_ = rule.formatted(1, "value > 1" + " || value > 1".repeat(50));
    assertThatThrownBy(() -> read(long_)).hasMessageContaining("51 comparisons, more than 50");
    assertThatThrownBy(() -> read("//" + "x".repeat(300_000)))
        .hasMessageContaining("more than 200 KB");
    assertThatThrownBy(() -> read("rule \"D\" when Complaint(" + "(".repeat(90_000)))
        .hasMessageContaining("brackets");
  }
}
