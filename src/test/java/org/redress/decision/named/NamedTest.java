package org.redress.decision.named;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedTest {

  /** A Sunday. */
  private static final LocalDate WRITTEN = LocalDate.of(2026, 11, 22);

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          It came yesterday. ~ 2026-11-21
          You promised it the day before yesterday ~ 2026-11-20
          I paid three weeks ago ~ 2026-11-01
          bought 2 months ago ~ 2026-09-22
          Last Friday nobody came ~ 2026-11-20
          due on 2026-11-09, still nothing ~ 2026-11-09
          on 3 May 2025 ~ 2025-05-03
          on the 3rd of May ~ 2026-05-03
          Sept. 1st, 2026 ~ 2026-09-01
          since December 24 ~ 2025-12-24
          on 25/12/2025 ~ 2025-12-25
          on 12/25/2025 ~ 2025-12-25
          昨天送到的 ~ 2026-11-21
          三天前付款 ~ 2026-11-19
          两个月前买的 ~ 2026-09-22
          上周五约好上门 ~ 2026-11-13
          ２０２６年１１月９日下单 ~ 2026-11-09
          12月24号买的 ~ 2025-12-24
          """)
  void readsDays(String text, LocalDate day) {
    var words = Named.find(text).get(Named.DAY);
    assertThat(words).as(text).hasSize(1);
    assertThat(Days.day(words.get(0), WRITTEN)).contains(day);
  }

  @ParameterizedTest
  @ValueSource(strings = {"on 3/4/2026", "on 2026-02-31", "半年前买的", "31 June"})
  void doesNotGuessDays(String text) {
    assertThat(Named.daysAgo(Named.find(text), WRITTEN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          my order #123456789 is late ~ 123456789
          Order no. AB-10023 never came ~ AB-10023
          tracking number is 1Z999AA10123456784 ~ 1Z999AA10123456784
          订单号：202611090001 一直没发货 ~ 202611090001
          快递单号SF1234567890 ~ SF1234567890
          """)
  void readsOrderNumbers(String text, String number) {
    assertThat(Named.find(text)).containsEntry(Named.ORDER, List.of(number));
    assertThat(Named.find(text)).doesNotContainKey(Named.PHONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          call me on +44 20 7946 0958 please ~ +44 20 7946 0958
          my number is (212) 736-5000 ~ (212) 736-5000
          请回电13800138000 ~ 13800138000
          """)
  void readsPhoneNumbers(String text, String number) {
    assertThat(Named.find(text)).containsEntry(Named.PHONE, List.of(number));
  }

  @Test
  void findsNothingWhereNothingIsNamed() {
    assertThat(Named.find("The order in which you order things. 我要下单 XXXX XX/XX/2019")).isEmpty();
    assertThat(Named.find("")).isEmpty();
  }

  @Test
  void showsEachKindOnce() {
    var things =
        Named.things(
            Map.of(
                "product.kettle",
                List.of("kettle"),
                "product.toaster",
                List.of("toaster"),
                Named.DAY,
                List.of("yesterday")),
            WRITTEN);
    assertThat(things).extracting(Named.Thing::kind).containsExactly("date", "product");
    assertThat(things.get(0).mentions().get(0).day()).contains(LocalDate.of(2026, 11, 21));
    assertThat(things.get(1).mentions()).hasSize(2);
  }

  /** The fuse only ends what would never end; each of these takes some milliseconds. */
  @ParameterizedTest
  @ValueSource(strings = {"order ", "1", "1-", "order no A", "(", "+1 ", "1,", "一", "3 may ", "上周"})
  @Timeout(30)
  void endlessRepetitionEnds(String piece) {
    assertThat(Named.find(piece.repeat(200_000)).values()).allMatch(found -> found.size() <= 20);
  }
}
