package org.redress.desk.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.ManualClock;
import org.redress.Visitor;

/** What a form file may say, and what a form proves. */
class FormTest {

  private static final String GOOD =
      """
      title: {en: T, zh: 题}
      lead: {en: L, zh: 文}
      fields:
        text: {kind: long text, is: text, required: true, label: {en: W, zh: 词}}
        size: {kind: choice, label: {en: S, zh: 寸}, choices: {s: {en: Small, zh: 小}}}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: choice | kind: chose | form.yml:5: fields.size.kind: kind 'chose' is unknown",
        "is: text | is: txt | form.yml:4: fields.text: is 'txt' is unknown",
        "size: | Size: | a field may not be called 'Size'",
        "required: true | required: false | one field must be 'is: text'",
        "label: {en: S, zh: 寸} | label: {en: S} | form.yml:5",
        "title: | titel: | title: Missing required",
        "'choices: {s: {en: Small, zh: 小}}' | 'hint: {en: x, zh: y}' | a choice needs 'choices'"
      })
  void aMistakeIsNamedWithFileLineAndField(String there, String instead, String said)
      throws Exception {
    var file = Files.writeString(folder.resolve("form.yml"), GOOD.replace(there, instead));
    assertThatThrownBy(() -> Form.read(file))
        .isInstanceOf(Form.Broken.class)
        .hasMessageContaining(said);
  }

  /** Bytes of a real form changed at random: read or refused with the file's name, nothing else. */
  @Test
  void noFileIsTooBrokenToBeRefused() throws Exception {
    var original = Files.readAllBytes(Path.of("config/forms/repair.yml"));
    var random = new Random(7);
    var file = folder.resolve("form.yml");
    for (int i = 0; i < Integer.getInteger("redress.fuzz", 300); i++) {
      var bytes = original.clone();
      for (int k = 0; k <= random.nextInt(8); k++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Files.write(file, bytes);
      try {
        assertThat(Form.read(file).fields()).isNotEmpty();
      } catch (Form.Broken refused) {
        assertThat(refused.getMessage()).contains("form.yml");
      }
    }
    assertThat(new String(original, StandardCharsets.UTF_8)).contains("appliance");
  }

  @Test
  void aFormProvesItselfByWorkOrByTimeAndNotForever() throws Exception {
    var clock = new ManualClock();
    var settings =
        new FormSettings(folder, Duration.ofSeconds(2), Duration.ofSeconds(5), "s", List.of());
    var proof = new Proof(settings, clock);
    var asked = proof.ask();

    assertThat(proof.holds(asked, "")).isFalse();
    assertThat(proof.holds(asked, Visitor.work(asked))).isTrue();
    clock.advance(Duration.ofSeconds(6));
    assertThat(proof.holds(asked, "")).isTrue();
    assertThat(new Proof(settings, clock).holds(asked, "")).as("on another node").isTrue();
    assertThat(proof.holds(asked.replace('.', 'x'), "")).isFalse();
    assertThat(proof.holds("A" + asked, "")).isFalse();
    clock.advance(Duration.ofHours(25));
    assertThat(proof.holds(asked, Visitor.work(asked))).isFalse();
  }
}
