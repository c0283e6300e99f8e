package org.redress.decision.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.decision.SmallBook.BROKEN;
import static org.redress.decision.SmallBook.CATEGORY;
import static org.redress.decision.SmallBook.HEADER;
import static org.redress.decision.SmallBook.LATE;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redress.decision.SmallBook;
import org.redress.decision.difference.Merging.Conflict;
import org.redress.decision.difference.Merging.Merged;

class MergingTest {

  private static final String EXAMPLES = "category/examples.yml";
  private static final String LOST = "Lost,late,product,It is lost.,丢了。\n";

  private static Merged merge(String path, String mine, String theirs, String... chosen) {
    return Merging.merge(
        new SmallBook().files(),
        new SmallBook().with(path, mine).files(),
        new SmallBook().with(path, theirs).files(),
        Set.of(chosen));
  }

  private static String text(Merged merged, String path) {
    return new String(Objects.requireNonNull(merged.files().content(path)), StandardCharsets.UTF_8);
  }

  @Test
  void filesThatOnePersonChangedAreTaken() {
    var merged =
        Merging.merge(
            new SmallBook().files(),
            new SmallBook().with("team/more.csv", HEADER).files(),
            new SmallBook().with(CATEGORY, HEADER + LATE + BROKEN).files(),
            Set.of());

    assertThat(merged.conflicts()).isEmpty();
    assertThat(text(merged, "team/more.csv")).isEqualTo(HEADER);
    assertThat(text(merged, CATEGORY)).isEqualTo(HEADER + LATE + BROKEN);
  }

  @Test
  void rowsAddedByBothAreKept() {
    var merged = merge(CATEGORY, HEADER + LATE + BROKEN, HEADER + LOST + LATE);

    assertThat(merged.conflicts()).isEmpty();
    assertThat(text(merged, CATEGORY)).isEqualTo(HEADER + LOST + LATE + BROKEN);
  }

  @Test
  void cellsOfOneRowChangedByTwoPeopleComeTogether() {
    var merged =
        merge(
            CATEGORY,
            HEADER + LATE.replace(",delivery,", ",other,"),
            HEADER + LATE.replace("It is late.", "\"Late, again.\""));

    assertThat(merged.conflicts()).isEmpty();
    assertThat(text(merged, CATEGORY)).isEqualTo(HEADER + "Late,late,other,\"Late, again.\",迟了。\n");
  }

  @Test
  void aCellThatBothChangedIsAConflictAndEitherCanBeTaken() {
    var mine = HEADER + LATE.replace(",delivery,", ",other,");
    var theirs = HEADER + LATE.replace(",delivery,", ",product,");

    var merged = merge(CATEGORY, mine, theirs);

    var conflict = new Conflict(CATEGORY, "Late", "answer", "other", "product");
    assertThat(merged.conflicts()).containsExactly(conflict);
    assertThat(text(merged, CATEGORY)).isEqualTo(mine);
    assertThat(text(merge(CATEGORY, mine, theirs, conflict.key()), CATEGORY)).isEqualTo(theirs);
  }

  @Test
  void aRowRemovedByOneAndChangedByTheOtherIsAConflict() {
    var theirs = HEADER + LATE.replace(",delivery,", ",product,") + BROKEN;

    var merged = merge(CATEGORY, HEADER + BROKEN, theirs);

    assertThat(merged.conflicts())
        .singleElement()
        .satisfies(
            conflict -> {
              assertThat(conflict.mine()).isNull();
              assertThat(conflict.theirs()).contains("Late", "product");
            });
    assertThat(text(merged, CATEGORY)).isEqualTo(HEADER + BROKEN);
    var key = merged.conflicts().get(0).key();
    assertThat(text(merge(CATEGORY, HEADER + BROKEN, theirs, key), CATEGORY)).isEqualTo(theirs);
  }

  @Test
  void aRowThatOnePersonRemovedIsGone() {
    assertThat(text(merge(CATEGORY, HEADER + BROKEN, HEADER + LATE), CATEGORY))
        .isEqualTo(HEADER + BROKEN);
  }

  @Test
  void aNewColumnComesAlong() {
    var wider = "name,when mentions,when tier,answer,because,because_zh\n";
    var row = "Late,late,gold,delivery,It is late.,迟了。\n";

    var merged = merge(CATEGORY, HEADER + LATE + BROKEN, wider + row);

    assertThat(merged.conflicts()).isEmpty();
    assertThat(text(merged, CATEGORY))
        .isEqualTo(
            "name,when mentions,answer,because,because_zh,when tier\n"
                + "Late,late,delivery,It is late.,迟了。,gold\n"
                + "Broken,broken,product,It is broken.,坏了。,\n");
  }

  @Test
  void examplesThatBothAddedAreKept() {
    var before = "- given: {text: It is late.}\n  expect: {answer: delivery, rule: Late}\n";

    var merged = merge(EXAMPLES, before + "- mine\n", before + "- theirs\n");

    assertThat(merged.conflicts()).isEmpty();
    assertThat(text(merged, EXAMPLES)).isEqualTo(before + "- theirs\n- mine\n");
  }

  @Test
  void aLineThatBothChangedIsAConflict() {
    var mine = "- given: {text: It is very late.}\n  expect: {answer: delivery, rule: Late}\n";
    var theirs = "- given: {text: Too late.}\n  expect: {answer: delivery, rule: Late}\n- new\n";

    var merged = merge(EXAMPLES, mine, theirs);

    assertThat(merged.conflicts())
        .singleElement()
        .satisfies(
            conflict -> {
              assertThat(conflict.place()).isEqualTo("1");
              assertThat(conflict.mine()).contains("very late");
              assertThat(conflict.theirs()).contains("Too late");
            });
    assertThat(text(merged, EXAMPLES)).isEqualTo(mine + "- new\n");
  }

  @Test
  void aTableThatCannotBeReadIsMergedByLines() {
    var broken = HEADER + LATE + "too,few\n";

    var merged = merge(CATEGORY, broken, HEADER + LATE.replace("It is late.", "Late."));

    assertThat(text(merged, CATEGORY))
        .isEqualTo(HEADER + LATE.replace("It is late.", "Late.") + "too,few\n");
  }
}
