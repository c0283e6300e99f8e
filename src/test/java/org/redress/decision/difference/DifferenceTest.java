package org.redress.decision.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.decision.SmallBook.BROKEN;
import static org.redress.decision.SmallBook.CATEGORY;
import static org.redress.decision.SmallBook.HEADER;
import static org.redress.decision.SmallBook.LATE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.decision.SmallBook;
import org.redress.decision.difference.FileChange.CellChange;
import org.redress.decision.difference.FileChange.Kind;
import org.redress.decision.difference.FileChange.RowChange;

class DifferenceTest {

  private static List<FileChange> after(String path, String text) {
    return Difference.between(new SmallBook().files(), new SmallBook().with(path, text).files());
  }

  @Test
  void sameFilesDoNotDiffer() {
    assertThat(after(CATEGORY, HEADER + LATE)).isEmpty();
  }

  @Test
  void aChangedCellIsShownInItsRow() {
    var changed = after(CATEGORY, HEADER + LATE.replace(",delivery,", ",other,")).get(0);

    assertThat(changed.path()).isEqualTo(CATEGORY);
    assertThat(changed.columns()).startsWith("name", "when mentions", "answer");
    var row = changed.rows().get(0);
    assertThat(row.kind()).isEqualTo(Kind.CHANGED);
    assertThat(row.cells())
        .filteredOn(CellChange::differs)
        .containsExactly(new CellChange("delivery", "other"));
  }

  @Test
  void rowsComeAndGoWhereverTheyStand() {
    var changed = after(CATEGORY, HEADER + BROKEN + LATE).get(0);
    assertThat(changed.rows()).extracting(RowChange::kind).containsExactly(Kind.ADDED);
    assertThat(changed.rows().get(0).name()).isEqualTo("Broken");

    var emptied = after(CATEGORY, HEADER + BROKEN).get(0);
    assertThat(emptied.rows())
        .extracting(RowChange::kind)
        .containsExactly(Kind.ADDED, Kind.REMOVED);
  }

  @Test
  void aNewColumnIsAChangeOfTheRowsThatUseIt() {
    var changed =
        after(
                CATEGORY,
                """
                name,when mentions,when tier,answer,because,because_zh
                Late,late,gold,delivery,It is late.,迟了。
                """)
            .get(0);

    assertThat(changed.rows().get(0).cells()).contains(new CellChange("", "gold"));
  }

  @Test
  void otherFilesDifferByLines() {
    var changed = after("team/examples.yml", "# new\n").get(0);

    assertThat(changed.lines())
        .extracting(line -> line.kind() + " " + line.line())
        .containsExactly("REMOVED 1", "ADDED 1");
  }
}
