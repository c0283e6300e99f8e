package org.redress.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.decision.backtest.Redeciding;
import org.redress.decision.file.RuleFiles;
import org.redress.decision.finding.RuleBookBroken;
import org.redress.decision.rulebook.RuleBook;
import org.redress.understanding.ModelFile;
import org.redress.understanding.training.Example;
import org.redress.understanding.training.Training;
import tools.jackson.databind.json.JsonMapper;

/** What models understand is a fact for rules, with a confidence and its reasons. */
class UnderstoodTest {

  private static final String MODEL = "models/topic.model";
  private static final byte[] TOPIC = model(7);
  private static final String TABLE =
      """
      name,when mentions,when understood,answer,because,because_zh
      Late,late,,delivery,It is late.,迟了。
      Broken,,topic.broken_thing,product,It sounds broken.,像是坏了。
      Certainly broken,,topic.broken_thing.certain & !topic.parcel,product,It is.,确实坏了。
      """;

  private static byte[] model(long seed) {
    var examples = new ArrayList<Example>();
    var broken = List.of("cracked", "smashed", "shattered", "split", "torn", "leaking", "破了");
    var parcel = List.of("courier", "parcel", "shipment", "driver", "package", "van", "快递");
    for (int i = 0; i < 49; i++) {
      examples.add(new Example(broken.get(i % 7) + " and " + broken.get(i / 7), "broken thing"));
      examples.add(new Example(parcel.get(i % 7) + " and " + parcel.get(i / 7), "parcel"));
    }
    var settings = new Training.Settings(List.of("made up"), seed, 0.5, 0.6, Map.of());
    return ModelFile.write(new Training(examples, settings).train().model());
  }

  private static RuleFiles files() {
    return new SmallBook().with(SmallBook.CATEGORY, TABLE).files().with(MODEL, TOPIC);
  }

  private static Decision decide(RuleBook book, String text) {
    return Asking.decide(book, complaint(text));
  }

  private static Case complaint(String text) {
    return new Case(
        text,
        new Circumstances("api", "en", LocalDateTime.of(2026, 11, 22, 12, 0), null, Map.of()));
  }

  @Test
  void rulesWeighWhatAModelUnderstood() {
    var decision = decide(RuleBook.of(files()), "It came cracked and shattered, shame on you!");

    assertThat(decision.the("category")).isEqualTo("product");
    assertThat(decision.answer("category").chosen())
        .extracting(Proposal::rule)
        .containsExactly("Broken", "Certainly broken");
    var why = decision.answer("category").chosen().get(0);
    assertThat(why.conditions().get(0).seen())
        .startsWith("topic.broken_thing 99% ")
        .contains("“cracked”", "“shattered”");
    assertThat(why.phrases()).as("as heavy as one phrase").hasSize(1);
    assertThat(decision.understood()).hasSize(1);
    assertThat(decision.understood().get(0).version()).isEqualTo(RuleFiles.tag(TOPIC));
  }

  @Test
  void aModelThatIsNotSureTellsRulesNothing() {
    var decision = decide(RuleBook.of(files()), "Hello there");

    assertThat(decision.the("category")).isEqualTo("other");
    assertThat(decision.understood().get(0).sure()).isFalse();
  }

  @Test
  void decisionsOnRecordKeepIt() {
    var json = JsonMapper.builder().build();
    var decision = decide(RuleBook.of(files()), "cracked, late");
    var before = decide(RuleBook.of(new SmallBook().files()), "late");
    var older = json.writeValueAsString(before).replace(",\"understood\":[]", "");

    assertThat(json.readValue(json.writeValueAsString(decision), Decision.class))
        .isEqualTo(decision);
    assertThat(older).doesNotContain("understood");
    assertThat(json.readValue(older, Decision.class)).isEqualTo(before);
  }

  @Test
  void aBackTestShowsWhatAnotherModelChanges() {
    var before = RuleBook.of(files());
    var other = RuleBook.of(files().with(MODEL, model(8)));
    var both = new Redeciding(before, other).decide(complaint("cracked"));

    assertThat(other.version()).isNotEqualTo(before.version());
    assertThat(both.after().understood().get(0).version())
        .isNotEqualTo(both.before().understood().get(0).version());
    assertThat(both.after()).isEqualTo(decide(other, "cracked"));
  }

  @Test
  void aBookWithoutTheModelIsRefused() {
    assertThatThrownBy(() -> RuleBook.of(files().with(MODEL, null)))
        .isInstanceOf(RuleBookBroken.class)
        .hasMessageContaining("category/category.csv:3:when understood: unknown word")
        .hasMessageContaining("Put a model into rules/models");
    assertThatThrownBy(() -> RuleBook.of(files().with(MODEL, new byte[] {1, 2, 3})))
        .hasMessageContaining("models/topic.model")
        .hasMessageContaining("this file is not a model");
    assertThatThrownBy(() -> RuleBook.of(files().with("models/notes.txt", new byte[0])))
        .hasMessageContaining("models/notes.txt")
        .hasMessageContaining("this file is not read");
  }
}
