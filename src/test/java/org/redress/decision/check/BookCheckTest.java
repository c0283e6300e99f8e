package org.redress.decision.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.redress.decision.ExampleRun;
import org.redress.decision.SoundBook;
import org.redress.decision.finding.Finding;
import org.redress.decision.finding.Finding.Kind;

/** Each kind of doubt is found where it is, and not where it is not. */
class BookCheckTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final String HEADER =
      "name,when mentions,when language,when value,when emotion,when demand,answer,because,because_zh,from,until\n";

  private final SoundBook book = new SoundBook();

  private List<Finding> findings() {
    var loaded = book.load();
    return BookCheck.of(loaded, ExampleRun.of(loaded), TODAY);
  }

  private List<String> found(Kind kind) {
    return findings().stream().filter(f -> f.kind() == kind).map(Finding::toString).toList();
  }

  /** Cells between name and answer, then answer and dates. */
  private static String row(String name, String conditions, String answer, String dates) {
    return "%s,%s,%s,Because.,因为。,%s%n".formatted(name, conditions, answer, dates);
  }

  private static String row(String name, String conditions, String answer) {
    return row(name, conditions, answer, ",");
  }

  private void topics(String... rows) {
    book.with("topic/topic.csv", HEADER + String.join("", rows));
    book.with("topic/examples.yml", "[]");
  }

  private void offers(String... rows) {
    book.with(
        "offer/offer.csv",
        "name,when mentions,when demand,answer,amount,because,because_zh\n"
            + String.join("", rows));
    book.with("offer/examples.yml", "[]");
  }

  private static String offer(String name, String conditions, String amount) {
    return "%s,%s,voucher,%s,Because.,因为。%n".formatted(name, conditions, amount);
  }

  private void highest() {
    book.withQuestions("only one", "highest");
  }

  @Test
  void nothingIsDoubtfulInAGoodBook() {
    assertThat(findings()).isEmpty();
  }

  @Test
  void wordsThatExcludeEachOtherNeverSpeak() {
    topics(
        row("Both", "late & !late,,,,", "delivery"),
        row("Good", "late & !bill,,,,", "delivery"),
        row("None left", "late|bill & !late & !bill,,,,", "billing"));
    assertThat(found(Kind.NEVER_SPEAKS))
        .containsExactly(
            "topic/topic.csv:2:when mentions: warning: no complaint can satisfy 'late & !late'."
                + " Correct the row; & asks for all its parts at once.",
            "topic/topic.csv:4:when mentions: warning: no complaint can satisfy 'late|bill & !late"
                + " & !bill'. Correct the row; & asks for all its parts at once.");
  }

  @Test
  void twoAnswersAtOnceNeverSpeakUnlessTheQuestionCollects() {
    topics(
        row("Two feelings", ",,,angry & calm,", "delivery"),
        row("Two demands", ",,,,refund & speed", "delivery"),
        row("Below nothing", ",,<0,,", "delivery"));
    assertThat(findings())
        .filteredOn(finding -> finding.kind() == Kind.NEVER_SPEAKS)
        .extracting(Finding::row, Finding::column)
        .containsExactly(tuple(2, "when emotion"), tuple(4, "when value"));
  }

  @Test
  void datesInTheWrongOrderNeverSpeakAndPastOnesAreOver() {
    topics(
        row("Backwards", "late,,,,", "delivery", "2026-12-01,2026-11-30"),
        row("Past", "late,,,,", "delivery", "2025-12-01,2026-11-21"),
        row("Last day", "late,,,,", "delivery", "2025-12-01,2026-11-22"));
    assertThat(found(Kind.NEVER_SPEAKS))
        .containsExactly(
            "topic/topic.csv:2:until: warning: this row ends on 2026-11-30, before it begins on"
                + " 2026-12-01. Correct the dates.");
    assertThat(found(Kind.OVER))
        .containsExactly(
            "topic/topic.csv:3:until: hint: this row is over since 2026-11-21. Remove it, or renew"
                + " its dates.");
  }

  @Test
  void aRowThatAHigherAnswerAlwaysAccompaniesNeverWins() {
    highest();
    topics(
        row("Late", "late|bill,,,,", "delivery"),
        row("Beaten", "late & back,,>=50,,", "billing"),
        row("Free", "back,,>=50,,", "billing"));
    assertThat(found(Kind.NEVER_WINS))
        .containsExactly(
            "topic/topic.csv:3:answer: warning: this row never wins: whenever it speaks, row 2"
                + " 'Late' gives an answer that stands higher. Remove this row, or change the"
                + " conditions of one of them.");
  }

  @Test
  void rowsCanBeatARowTogether() {
    highest();
    topics(
        row("English", ",en,,,", "delivery"),
        row("Feeling", ",zh,,furious|angry,", "delivery"),
        row("Quiet", ",,,calm,", "delivery"),
        row("Beaten", "back,,,,", "billing"));
    assertThat(found(Kind.NEVER_WINS)).singleElement().asString().contains("topic.csv:5:");
    topics(
        row("English", ",en,,,", "delivery"),
        row("Feeling", ",zh,,furious,", "delivery"),
        row("Quiet", ",,,calm,", "delivery"),
        row("Angry Chinese get here", "back,,,,", "billing"));
    assertThat(found(Kind.NEVER_WINS)).isEmpty();
  }

  @Test
  void numbersAndDatesAreCompared() {
    highest();
    topics(
        row("Rich", ",,>=100,,", "delivery"),
        row("Richer", ",,>100,,", "billing"),
        row("Unknown", ",,<100,,", "billing"),
        row("Season", "late,,,,", "delivery", "2026-11-01,2026-12-31"),
        row("In season", "late,,,,", "billing", "2026-11-30,2026-12-24"),
        row("Past its end", "late,,,,", "billing", "2026-11-30,2027-01-01"));
    assertThat(findings())
        .filteredOn(finding -> finding.kind() == Kind.NEVER_WINS)
        .extracting(Finding::row)
        .containsExactly(3, 6);
  }

  @Test
  void aRowThatRepeatsAnAnswerAddsAtMostItsReason() {
    topics(
        row("Late", "late,,,,", "delivery"),
        row("Late and furious", "late,,,furious,", "delivery"));
    assertThat(found(Kind.ADDS_NOTHING))
        .containsExactly(
            "topic/topic.csv:3:answer: warning: this row adds at most its reason: whenever it"
                + " speaks, row 2 'Late' gives the same outcome without it. Remove this row, or"
                + " change the conditions of one of them.");
  }

  @Test
  void ofTwoEqualRowsOneIsSuperfluous() {
    topics(row("One", "late,,,,", "delivery"), row("Two", "late,,,,", "delivery"));
    assertThat(found(Kind.ADDS_NOTHING)).singleElement().asString().contains("topic.csv:3:");
  }

  @Test
  void aSmallerAmountNeverWinsAndTheSameAddsNothing() {
    offers(
        offer("Later", "late,", "20"),
        offer("Smaller", "late & back,", "10"),
        offer("Larger", "late & bill,", "30"),
        offer("The same", "late,refund", "20"));
    assertThat(found(Kind.NEVER_WINS))
        .containsExactly(
            "offer/offer.csv:3:answer: warning: this row never wins: whenever it speaks, row 2"
                + " 'Later' gives the same answer with a better amount. Remove this row, or change"
                + " the conditions of one of them.");
    assertThat(found(Kind.ADDS_NOTHING)).singleElement().asString().contains("offer.csv:5:");
  }

  @Test
  void anotherAnswerThatAlwaysComesAlongContradicts() {
    topics(row("Late", "late,,,,", "delivery"), row("Late bill", "late & bill,,,,", "billing"));
    assertThat(found(Kind.NEVER_WINS))
        .containsExactly(
            "topic/topic.csv:3:answer: warning: this row is always contradicted: whenever it"
                + " speaks, so does row 2 'Late', with another answer. Add a condition to one of"
                + " them so that they exclude each other.");
    assertThat(found(Kind.CLASH)).isEmpty();
  }

  @Test
  void phrasesThatAreCountedMakeNoRowSuperfluous() {
    book.withQuestions("only one", "most supported");
    topics(row("Late", "late,,,,", "delivery"), row("Late bill", "late & bill,,,,", "delivery"));
    assertThat(findings())
        .extracting(Finding::kind)
        .containsOnly(Kind.NO_EXAMPLE, Kind.UNUSED_ANSWER);
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
