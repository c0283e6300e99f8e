package org.redress.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.calendar.TimeSpan.Unit;

class TimeSpanTest {

  @ParameterizedTest
  @ValueSource(strings = {"30m", "24h", "2wh", "7wd", "15d", "8w", "0m", "3653wd"})
  void readsWhatItWrites(String text) {
    assertThat(TimeSpan.parse(text)).hasToString(text);
  }

  @Test
  void readsAmountAndUnit() {
    assertThat(TimeSpan.parse(" 2wh ")).isEqualTo(new TimeSpan(2, Unit.WORKING_HOURS));
    assertThat(TimeSpan.parse("2w")).isEqualTo(new TimeSpan(2, Unit.WEEKS));
    assertThat(TimeSpan.parse("2h")).isEqualTo(new TimeSpan(2, Unit.HOURS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "wh", "2 wh", "-2wh", "1.5h", "2WH", "2y", "99999999999m", "٢h"})
  void refusesOtherTextNamingItAndTheForms(String text) {
    assertThatThrownBy(() -> TimeSpan.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "'")
        .hasMessageContainingAll("30m", "24h", "2wh", "7wd", "15d", "8w");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3654d", "3654wd", "522w", "87673h", "87673wh", "5260321m"})
  void refusesMoreThanTenYears(String text) {
    assertThatThrownBy(() -> TimeSpan.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "'")
        .hasMessageContaining("10 years");
  }

  @Test
  void putsTheShortestFirst() {
    List<String> inOrder =
        List.of("0wd", "30m", "1h", "1wh", "24h", "1d", "8wh", "1wd", "2d", "5wd", "1w", "15d");
    List<TimeSpan> spans = inOrder.stream().map(TimeSpan::parse).toList();
    Stream<TimeSpan> shuffled =
        spans.stream().sorted((a, b) -> b.toString().compareTo(a.toString()));
    assertThat(shuffled.sorted(TimeSpan.SHORTEST_FIRST)).isEqualTo(spans);
  }
}
