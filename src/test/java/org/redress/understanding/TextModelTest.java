package org.redress.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.redress.understanding.training.Example;
import org.redress.understanding.training.Training;

class TextModelTest {

  private static final TextModel MODEL =
      new Training(
              examples(),
              new Training.Settings(
                  List.of("made up"), 7, 0.5, 0.6, Map.of("courier", List.of("dhl", "顺丰"))))
          .train()
          .model();

  private static List<Example> examples() {
    var examples = new ArrayList<Example>();
    var delivery =
        List.of("parcel", "courier", "package", "delivery", "快递", "包裹", "dhl", "shipment");
    var billing = List.of("bill", "invoice", "charged", "payment", "扣款", "账单", "amount", "fee");
    for (int i = 0; i < delivery.size(); i++) {
      var other = (i + 3) % delivery.size();
      examples.add(
          new Example("my " + delivery.get(i) + ", the " + delivery.get(other), "delivery"));
      examples.add(new Example(delivery.get(other) + " " + delivery.get(i) + " late", "delivery"));
      examples.add(new Example("my " + billing.get(i) + ", the " + billing.get(other), "billing"));
      examples.add(new Example(billing.get(other) + " " + billing.get(i) + " wrong", "billing"));
    }
    return examples;
  }

  @Test
  void namesTheWordsThatWeighed() {
    var guess = MODEL.guess("Hello, my PACKAGE is lost and the courier is rude");

    assertThat(guess.label()).isEqualTo("delivery");
    assertThat(guess.sure()).isTrue();
    assertThat(guess.words()).contains("package", "courier").doesNotContain("hello");
    assertThat(MODEL.guess("帳單多扣款了").label()).isEqualTo("billing");
    assertThat(MODEL.guess("用顺丰寄的").words()).contains("顺丰");
  }

  @Test
  void abstainsWhereItKnowsNothing() {
    for (var text :
        List.of(
            "",
            "?",
            "Der Kurier verlor heute morgen den courier meiner Tante",
            "\u0000\uFFFF\uD800",
            "Ωμέγα Ωμέγα",
            "🙃",
            "   ")) {
      assertThat(MODEL.guess(text).sure()).as(text).isFalse();
    }
  }

  @Test
  void bearsAnyText() {
    var random = new Random(7);
    var noise = new StringBuilder();
    random.ints(1_000_000, 0, 0x10FFFF).forEach(noise::appendCodePoint);
    for (var text : List.of(noise.toString(), "a".repeat(1 << 20), "包裹".repeat(1 << 19))) {
      assertThat(MODEL.guess(text).confidence()).isBetween(0.0, 1.0);
    }
  }

  @Test
  void isTheSameAfterWritingAndReading() {
    var bytes = ModelFile.write(MODEL);
    var read = ModelFile.read(bytes);

    assertThat(read.card().labels()).containsExactly("billing", "delivery");
    assertThat(ModelFile.write(read)).hasSize(bytes.length);
    for (var example : examples()) {
      var before = MODEL.guess(example.text());
      var after = read.guess(example.text());
      assertThat(after.label()).isEqualTo(before.label());
      assertThat(after.confidence()).isCloseTo(before.confidence(), within());
    }
  }

  private static Offset<Double> within() {
    return Offset.offset(0.001);
  }

  @Test
  void refusesDamagedFiles() {
    var bytes = ModelFile.write(MODEL);
    var random = new Random(7);
    for (int i = 0; i < 300; i++) {
      var damaged = bytes.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
      assertThatThrownBy(() -> ModelFile.read(damaged)).isInstanceOf(InvalidModel.class);
    }
    for (int length = 0; length < bytes.length; length += 97) {
      var cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> ModelFile.read(cut)).isInstanceOf(InvalidModel.class);
    }
  }
}
