package org.redress.decision.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.redress.decision.finding.Finding;
import org.redress.decision.finding.Finding.Kind;

/** What is doubtful between rows, and beside them, is found where it is, and only there. */
class BookCheckTest extends DoubtfulBook {

  @Test
  void nothingIsDoubtfulInAGoodBook() {
    assertThat(findings()).isEmpty();
  }

  @Test
  void twoRowsThatCanContradictEachOtherAreShownWithAnExample() {
    topics(
        row("Late", "late,,,,", "delivery"),
        row("Angry bill", "bill,,,angry|furious,", "billing"),
        row("Calm bill", "bill & !late,,,calm,", "billing"));
    assertThat(found(Kind.CLASH))
        .containsExactly(
            "topic/topic.csv:3:answer: warning: when mentions=late and mentions=bill and"
                + " emotion=furious, both row 2 'Late' (delivery) and this row (billing) speak. Add"
                + " a condition to one of them so that they exclude each other.");
  }

  @Test
  void aGapComesWithTheRowThatClosesIt() {
    topics(row("Fury", ",,,furious,", "delivery"), row("Late", "late,,,!furious,", "billing"));
    assertThat(found(Kind.GAP))
        .containsExactly(
            "topic/topic.csv:0:: hint: when emotion is not furious, it may be that no row speaks"
                + " and the default 'other' holds. If that is not meant, add a row such as: (a new"
                + " name),,,,!furious,,other,(why),（理由）,,");
    topics(
        row("Fury", ",,,furious,", "delivery"),
        row("Late", "late,,,!furious,", "billing"),
        "(a new name),,,,!furious,,other,(why),（理由）,,\n");
    assertThat(found(Kind.GAP)).isEmpty();
  }

  @Test
  void whatCannotComeTogetherIsNoGap() {
    topics(row("Calm", ",,,calm,", "delivery"), row("Anger", ",,,angry,", "delivery"));
    assertThat(found(Kind.GAP)).singleElement().asString().contains("emotion is furious");
    book.with(
        "emotion/emotion.csv",
        "name,when mentions,answer,because,because_zh\nAngry,angry,angry,Angry.,生气。\n");
    book.with("emotion/examples.yml", "[]");
    assertThat(found(Kind.GAP)).isEmpty();
  }

  @Test
  void wordsAndAnswersThatNothingUsesAreNamed() {
    book.with("vocabulary/more.csv", "name,en,zh\nweather,rain,\nweather,snow,\nlate,belated,\n");
    book.withQuestions("      delivery:", "      praise: {en: Praise, zh: 表扬}\n      delivery:");
    assertThat(findings())
        .extracting(Finding::toString)
        .containsExactly(
            "vocabulary/more.csv:2:name: warning: no rule asks for the word 'weather'. Write it"
                + " under 'when mentions' of a row, or remove its phrases.",
            "questions.yml:0:topic: hint: no row gives the answer 'praise'. Add a row that does, or"
                + " remove the answer.");
  }

  @Test
  void aRuleThatWinsInNoExampleLacksOne() {
    book.with(
        "emotion/examples.yml",
        """
        - given: {text: angry and late}
          expect: {answer: furious, rule: Furious}
        """);
    assertThat(found(Kind.NO_EXAMPLE))
        .containsExactly(
            "emotion/emotion.csv:2:name: warning: no example lets 'Angry' win. Add to"
                + " emotion/examples.yml a complaint it is meant for: - given: {text: \"...\"}, and"
                + " below it expect: {answer: angry, rule: \"Angry\"}.");
  }

  @Test
  void manyOfAKindAreCutShort() {
    topics(
        IntStream.range(0, 100)
            .mapToObj(i -> row("Row " + i, "late,,=" + i + ",,", "delivery"))
            .toArray(String[]::new));
    var all = findings().stream().filter(f -> f.kind() == Kind.NO_EXAMPLE).toList();
    assertThat(all).hasSize(21);
    assertThat(all.get(20).toString())
        .isEqualTo(
            "topic/topic.csv:22:name: warning: and 80 more of this kind, here and below. Mend those"
                + " above and check again.");
  }
}
