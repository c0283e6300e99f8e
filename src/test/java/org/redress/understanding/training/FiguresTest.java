package org.redress.understanding.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.redress.table.Table;
import org.redress.understanding.Calibration;
import org.redress.understanding.TextModel;
import org.redress.understanding.feature.Bag;
import org.redress.understanding.feature.TextFeatures;

/**
 * The figures of docs/understanding.md as limits: but of one part of five only, with models that
 * learnt from three, so that the figures are a little lower than those.
 */
class FiguresTest {

  private static final Path DATA = Path.of("../shared/data");
  private static final int PARTS = 5;
  private static final long SEED = 7;

  @Test
  void matters() {
    var examples = examples("complaints_en/bitext_intents.csv", "utterance", "category").toList();
    assertThat(heldBack(examples, 0.5).macroF1()).isGreaterThan(0.99);
  }

  @Test
  void chineseReviews() {
    var examples =
        Stream.of("shop_reviews.csv", "hotel_book_laptop_reviews.csv")
            .flatMap(file -> examples("complaints_zh/" + file, "text", "sentiment"))
            .toList();
    assertThat(heldBack(examples, 0.5).accuracy()).isGreaterThan(0.86);
  }

  @Test
  void fiveFinancialProducts() {
    var groups =
        Map.of(
            "personal_loan", "loans",
            "mortgage", "loans",
            "student_loan", "loans",
            "vehicle_loan", "loans",
            "consumer_loan", "loans",
            "money_transfer", "bank_account");
    var examples =
        Stream.of("cfpb_narratives.csv", "cfpb_product_only.csv")
            .flatMap(file -> examples("complaints_en/" + file, "narrative", "product_group"))
            .filter(example -> !example.label().equals("debt_management"))
            .map(e -> new Example(e.text(), groups.getOrDefault(e.label(), e.label())))
            .toList();
    assertThat(heldBack(examples, 1).balancedAccuracy()).isGreaterThan(0.72);
  }

  private static Stream<Example> examples(String file, String text, String label) {
    assumeThat(DATA.resolve(file)).exists();
    try {
      return Table.readCsv(Files.readAllBytes(DATA.resolve(file))).rows().stream()
          .map(row -> new Example(row.cell(text), row.cell(label)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Three parts teach, the fourth calibrates, the fifth measures. */
  private static Measures heldBack(List<Example> examples, double balance) {
    var names = examples.stream().map(Example::label).distinct().sorted().toList();
    var labels = examples.stream().mapToInt(e -> names.indexOf(e.label())).toArray();
    var none = TextModel.vocabulary(Map.of());
    var bags = examples.stream().map(e -> TextFeatures.of(e.text(), none)).toArray(Bag[]::new);
    var groups = Duplicates.groups(examples.stream().map(Example::text).toList());
    var parts = Folds.of(labels, groups, PARTS, SEED);
    var learnt = IntStream.range(0, parts.length).filter(text -> parts[text] > 1).toArray();
    var weights =
        new Learning(
                IntStream.of(learnt).mapToObj(text -> bags[text]).toArray(Bag[]::new),
                IntStream.of(learnt).map(text -> labels[text]).toArray(),
                names.size(),
                SEED)
            .learn();
    var scores =
        Stream.of(bags).map(bag -> weights.scores(weights.known(bag))).toArray(double[][]::new);
    var held = Folds.texts(parts, 1, true);
    var calibration =
        new Calibrating(
                IntStream.of(held).mapToObj(text -> scores[text]).toArray(double[][]::new),
                IntStream.of(held).map(text -> labels[text]).toArray(),
                names.size(),
                balance)
            .learn();
    return Measures.of(
        IntStream.of(Folds.texts(parts, 0, true))
            .mapToObj(
                text -> {
                  int best = Calibration.best(calibration.probabilities(scores[text]));
                  return new Measures.Guessed(examples.get(text).label(), names.get(best), 1, true);
                })
            .toList());
  }
}
