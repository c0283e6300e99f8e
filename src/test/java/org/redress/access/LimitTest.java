package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.redress.ManualClock;

class LimitTest {

  private final ManualClock clock = new ManualClock();
  private final Limit limit = new Limit(3, Duration.ofMinutes(15), clock);

  @Test
  void makesWaitAfterTheLastTryAllowed() {
    count("a", 2);
    assertThat(limit.waitFor("a")).isZero();

    count("a", 1);
    assertThat(limit.waitFor("a")).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
    assertThat(limit.waitFor("b")).isZero();
  }

  @Test
  void forgetsWhenTheTimeIsOver() {
    count("a", 3);

    clock.advance(Duration.ofMinutes(16));

    assertThat(limit.waitFor("a")).isZero();
    count("a", 2);
    assertThat(limit.waitFor("a")).isZero();
  }

  @Test
  void forgetsWhenTold() {
    count("a", 3);

    limit.forget("a");

    assertThat(limit.waitFor("a")).isZero();
  }

  @Test
  void remembersNoMoreThanTheLatest() {
    count("first", 3);

    for (int i = 0; i < Limit.MOST_REMEMBERED; i++) {
      limit.count("someone " + i);
    }

    assertThat(limit.waitFor("first")).isZero();
  }

  private void count(String who, int times) {
    for (int i = 0; i < times; i++) {
      limit.count(who);
    }
  }
}
