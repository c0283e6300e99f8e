package org.redress.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.decision.rulebook.RuleBook;

/** Rules hear what is denied, what is stressed, and what a text names. */
class WhatIsSaidTest {

  private static final String MORE =
      """
      name,en,zh
      delayed,parcel is delayed,包裹延误
      misspelt,parsel > parcel,包果 > 包裹
      """;

  private static final RuleBook BOOK =
      RuleBook.of(
          RefundBook.with(
                  "refund.csv",
                  """
                  name,when mentions,when days since named date,amount,answer,because,because_zh
                  Late,late,,1,voucher,Late.,迟了。
                  Very late,late.strong,,2,voucher,Very late.,很迟。
                  Late for weeks,late,>=14,3,voucher,Late for weeks.,迟了几周。
                  Late order,late & named.order_number,,4,money,Late order.,订单迟了。
                  Delayed,delayed,,5,voucher,Delayed.,延误。
                  """)
              .with("vocabulary/more.csv", bytes(MORE)));

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<Proposal> proposals(String text) {
    var circumstances =
        new Circumstances("api", "en", LocalDateTime.of(2026, 11, 22, 12, 0), null, Map.of());
    return Asking.decide(BOOK, new Case(text, circumstances)).answer("refund").chosen();
  }

  private static List<String> rules(String text) {
    return proposals(text).stream().map(Proposal::rule).toList();
  }

  @Test
  void whatIsDeniedDoesNotCount() {
    assertThat(rules("It was never late")).isEmpty();
    assertThat(rules("It isn't at all late, it is early")).isEmpty();
    assertThat(rules("并没有怎么迟到")).isEmpty();
    assertThat(rules("It never came, late again")).containsExactly("Late");
    assertThat(rules("Not only late but wet")).containsExactly("Late");
    assertThat(rules("难道不迟到吗")).containsExactly("Late");
  }

  @Test
  void whatIsStressedHasANameOfItsOwn() {
    for (var text :
        List.of("It was sooo late", "It was LATE", "late again!!", "非常非常迟到", "never so late")) {
      assertThat(rules(text)).as(text).containsExactly("Very late");
    }
    assertThat(rules("It was late!")).containsExactly("Late");
    assertThat(proposals("It was extremely late").get(0).conditions().get(0).seen())
        .isEqualTo("late.strong “extremely late”");
  }

  @Test
  void whatIsNamedIsAFact() {
    assertThat(rules("late since 1 November")).containsExactly("Late for weeks");
    assertThat(rules("Order no. 10023 is late")).containsExactly("Late", "Late order");
    assertThat(proposals("Order no. 10023 is late").get(1).conditions().get(0).seen())
        .isEqualTo("late “late”, named.order_number “10023”");
  }

  @Test
  void whatIsMisspeltIsReadAsWhatItStandsFor() {
    assertThat(proposals("My Parsel is DEALYED").get(0).conditions().get(0).seen())
        .isEqualTo("delayed “parsel is dealyed → parcel is delayed”");
    assertThat(rules("包果延誤")).containsExactly("Delayed");
    assertThat(rules("My parcel is not dealyed")).isEmpty();
  }

  @Test
  void aMisspellingSaysWhatItStandsFor() {
    var files = RefundBook.with("refund.csv", "name,answer,because,because_zh\n");
    for (var cell : List.of("parsel", "parsel >", "> parcel", "a > b > c")) {
      var row = bytes("name,en,zh\nmisspelt," + cell + ",\n");
      assertThatThrownBy(() -> RuleBook.of(files.with("vocabulary/more.csv", row)))
          .hasMessageContaining("vocabulary/more.csv:2:en")
          .hasMessageContaining("does not say what the misspelt word stands for");
    }
  }

  @Test
  void whatIsMaskedSaysNothing() {
    assertThat(rules("XXXX was late [REDACTED] 【隐去】")).containsExactly("Late");
    assertThat(rules("It was late ****!! XX/XX/XXXX")).containsExactly("Very late");
    assertThat(rules("{{late}} ****")).isEmpty();
  }

  @Test
  void endlessRepetitionEnds() {
    assertThat(rules("not very LATE!!! ".repeat(50_000))).isEmpty();
    assertThat(rules("so ".repeat(300_000) + "late")).containsExactly("Very late");
  }
}
