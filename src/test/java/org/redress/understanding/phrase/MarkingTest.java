package org.redress.understanding.phrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.understanding.phrase.Marking.Labelled;

/** Which phrases mark a label. */
class MarkingTest {

  private static List<Labelled> texts() {
    var texts = new ArrayList<Labelled>();
    for (int i = 0; i < 8; i++) {
      texts.add(new Labelled("The porch pirate took it, number " + i + ".", "delivery"));
      texts.add(new Labelled("快递柜超时收费，第" + i + "次。", "delivery"));
      texts.add(new Labelled("My invoice is wrong, number " + i + ".", "billing"));
      texts.add(new Labelled("发票开错了，第" + i + "次。", "billing"));
    }
    return texts;
  }

  @Test
  void thePhrasesOfALabelAreFoundWithTheirCountsInBothLanguages() {
    var marks = new Marking(texts()).marks(phrase -> false, 20);
    assertThat(marks)
        .extracting(Mark::phrase)
        .contains("porch pirate took", "快递柜超", "invoice is wrong", "发票开错");
    assertThat(marks)
        .allSatisfy(
            mark -> {
              assertThat(mark.inside()).isEqualTo(8);
              assertThat(mark.outside()).isZero();
              // Half of 32 texts have the label: 2 * (8 ln 2 + 8 ln (8/12) + 16 ln (16/12)).
              assertThat(mark.score()).isCloseTo(13.81, within(0.01));
            });
  }
}
