package org.redress.decision.check.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.decision.rule.Condition;
import org.redress.decision.rule.Rule;
import org.redress.decision.rule.WordCondition;
import org.redress.text.Text;

/** Conditions that the check does not understand are taken as they stand. */
class SpaceTest {

  private static Rule rule(String... cells) {
    var conditions =
        List.of(cells).stream()
            .map(cell -> (Condition) WordCondition.parse("weather", cell))
            .toList();
    return new Rule(
        "q", cells[0], "q/q.csv", 2, conditions, "a", null, new Text("Why.", "因为。"), null, null);
  }

  private static final Rule RAIN = rule("rain");
  private static final Rule SUN = rule("sun");
  private static final Rule ODD = rule("rain & !rain");
  private final Space space =
      new Space(List.of(), List.of(RAIN, SUN, ODD), LocalDate.of(2026, 11, 22));

  @Test
  void theSameConditionHoldsTogetherAndOthersSayNothingOfEachOther() {
    var rain = space.row(RAIN).region();
    assertThat(rain.isWithin(space.row(rule("rain")).region())).isTrue();
    assertThat(rain.isWithin(space.row(SUN).region())).isFalse();
    assertThat(rain.isWithin(space.universe())).isTrue();
  }

  @Test
  void nothingIsConcludedFromWhatStandsInThem() {
    assertThat(space.row(ODD).region().isEmpty()).isFalse();
    assertThat(space.row(ODD).isOpaque()).isTrue();
  }

  @Test
  void theyLeaveNoGapSinceTheyMayAlwaysHold() {
    var rows = new Rows(List.of(space.row(RAIN)));
    assertThat(new Search(rows, row -> true).find(space.whereOpaqueHolds())).isEmpty();
    assertThat(new Search(rows, row -> true).find(space.universe())).isPresent();
  }
}
