package org.redress.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is misspelt is read as what it stands for; what is right stays as it is. */
class SpellingTest {

  private static final Spelling SPELLING =
      new Spelling(
          Map.of("wanna", "want to", "alot", "a lot", "帐号", "账号"),
          List.of("refund", "want to cancel", "explod*", "complaint", "trial", "unties", "united"));

  private static String read(String text) {
    return SPELLING.read(NormalText.of(text)).text();
  }

  @Test
  void readsSwappedLettersAndWhatTheTableSays() {
    assertThat(read("I wanna REFNUD")).isEqualTo("i want to refund");
    assertThat(read("it exlpoded, exploded, expldoing"))
        .isEqualTo("it exploded, exploded, exploding");
    assertThat(read("我的帐号，帳號")).isEqualTo("我的账号,账号");
  }

  @Test
  void neverTurnsARightWordIntoAnother() {
    for (var text :
        List.of(
            "fcra compliant compliance", "a trail", "untied united", "refunds refuned", "alots")) {
      assertThat(read(text)).isEqualTo(text);
    }
  }

  @Test
  void tellsHowAPlaceIsWritten() {
    var reading = SPELLING.read("a refnud, i wanna cacnel a refund");

    assertThat(reading.text()).isEqualTo("a refund, i want to cancel a refund");
    assertThat(reading.words(2, 8)).isEqualTo("refnud → refund");
    assertThat(reading.words(12, 26)).isEqualTo("wanna cacnel → want to cancel");
    assertThat(reading.words(17, 26)).isEqualTo("wanna cacnel → to cancel");
    assertThat(reading.words(29, 35)).isEqualTo("refund");
  }

  @Test
  void longTextsTakeBoundedTime() {
    assertThat(read("refnud wanna ".repeat(50_000))).hasSize(50_000 * 15);
  }
}
