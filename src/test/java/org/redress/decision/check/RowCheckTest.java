package org.redress.decision.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.redress.decision.finding.Finding;
import org.redress.decision.finding.Finding.Kind;

/** Rows that never speak, never win or add nothing are found where they are, and only there. */
class RowCheckTest extends DoubtfulBook {

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
}
