package org.redress.decision.named;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          You took $1,299.50 from me ~ 1299.5
          It cost US$ 20, then HK$500. ~ 500
          1.299,50 € sind zu viel ~ 1299.5
          49,90€ gezahlt ~ 49.9
          €0.99 each ~ 0.99
          I paid £1,000,000! ~ 1000000
          order 12345 $50 ~ 50
          between $100 and $200 ~ 200
          refund 200 dollars please ~ 200
          a 1 dollar coupon ~ 1
          USD 5,000 or 300 eur ~ 5000
          HKD88.8 ~ 88.8
          $5k gone ~ 5000
          $1.2 million ~ 1200000
          退我300元 ~ 300
          退我三百，至少299.9块 ~ 299.9
          损失3.5万元 ~ 35000
          一共2万多块钱 ~ 20000
          ￥１，２００ ~ 1200
          ¥ 88 ~ 88
          100 RMB ~ 100
          50美元和 60 欧元 ~ 60
          """)
  void theLargestAmountNamedIsFound(String text, double amount) {
    assertThat(Amounts.largest(text)).hasValue(amount);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          order 1234567 of 2026-11-22
          call 13800138000 at 18:00
          three dollars and some change
          $ and nothing more
          it is 5 km away, 20% off
          $999999999999999999999
          """)
  void otherNumbersAreNone(String text) {
    assertThat(Amounts.largest(text)).isEqualTo(OptionalDouble.empty());
  }

  /** A search that went back and forth would never end here. */
  @ParameterizedTest
  @ValueSource(strings = {"1", "1.", "$", "$1", "1 ", "$1,111", "9万"})
  void aLongTextIsSearchedInOnePass(String piece) {
    var text = piece.repeat(1_000_000 / piece.length()) + " ends with $7";
    assertThat(Amounts.largest(text)).isPresent();
  }

  @Test
  void anEmptyTextNamesNone() {
    assertThat(Amounts.largest("")).isEmpty();
  }
}
