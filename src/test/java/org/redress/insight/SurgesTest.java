package org.redress.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts as far more than usual. */
class SurgesTest {

  private static List<Long> weeks(int weeks) {
    var days = new ArrayList<Long>();
    for (int week = 0; week < weeks; week++) {
      days.addAll(List.of(40L, 31L + week % 3, 30L, 29L, 30L, 8L, 6L));
    }
    return days;
  }

  @Test
  void aBusyMondayIsNoSurgeButABusySundayIs() {
    var days = weeks(9);
    days.set(days.size() - 1, 40L);
    assertThat(Surges.in(days)).containsExactly(days.size() - 1);
  }

  @Test
  void anEarlierSurgeDoesNotHideTheNext() {
    var days = weeks(9);
    days.set(days.size() - 8, 300L);
    days.set(days.size() - 1, 40L);
    assertThat(Surges.in(days)).containsExactly(days.size() - 8, days.size() - 1);
  }

  @Test
  void fewMoreThanNothingAreNoSurge() {
    var days = new ArrayList<>(Collections.nCopies(63, 0L));
    days.set(62, 6L);
    assertThat(Surges.in(days)).isEmpty();
    days.set(62, 7L);
    assertThat(Surges.in(days)).containsExactly(62);
  }

  @Test
  void withoutFourWeeksNothingIsUsual() {
    var days = weeks(4);
    days.set(20, 500L);
    assertThat(Surges.in(days)).isEmpty();
  }
}
