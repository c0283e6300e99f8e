package org.redress.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What somebody has made unreadable says nothing. */
class MaskedTest {

  @Test
  void maskedDataIsTakenOut() {
    assertThat(
            Masked.without(
                "On XX/XX/XXXX XXXX from xxxx, card ****1234, {{refund_name}} [REDACTED] said"))
        .isEqualTo("On  / /    from  , card  1234,     said");
    assertThat(Masked.without("【已脱敏】先生：电话＊＊＊＊")).isEqualTo(" 先生：电话 ");
  }

  @Test
  void wordsStay() {
    for (var text :
        new String[] {
          "XXL taxxed x 2", "f*** this", "[refund] {name}", "2 * 3", "{{" + "a".repeat(100)
        }) {
      assertThat(Masked.without(text)).isEqualTo(text);
    }
  }

  @Test
  void aMaskIsNoWordOfTheVocabularyAndShoutsNothing() {
    assertThat(new Capitals(Masked.without("[REDACTED] was LATE")).shout("late")).isTrue();
    assertThat(Masked.without("*{{".repeat(20_000))).hasSize(60_000);
  }
}
