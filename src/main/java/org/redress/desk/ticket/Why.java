package org.redress.desk.ticket;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.decision.Answer;
import org.redress.decision.Decision;
import org.redress.decision.Proposal;
import org.redress.decision.named.Named;

/** A decision arranged for reading: one reason for each answer first, the rest behind it. */
record Why(Decision decision, List<Explained> questions) {

  /**
   * One question.
   *
   * @param values each answer with the first proposal behind it
   * @param agreeing further proposals for the same answers
   */
  record Explained(Answer answer, List<Reasoned> values, List<Proposal> agreeing) {}

  /** An answer and its reason; none for a default. */
  record Reasoned(String value, @Nullable Proposal proposal) {}

  static Why of(Decision decision) {
    return new Why(decision, decision.answers().stream().map(Why::explained).toList());
  }

  /** The proposal behind each answer of a question. */
  Map<String, Proposal> reasons(String question) {
    var reasons = new HashMap<String, Proposal>();
    decision.answer(question).chosen().forEach(p -> reasons.putIfAbsent(p.answer(), p));
    return reasons;
  }

  /** What the text names: numbers, amounts, days, products, places. */
  public List<Named.Thing> things() {
    return Named.things(decision.mentions(), decision.circumstances().received().toLocalDate());
  }

  /** What the text names, and the phrases that woke a rule whose answer counts. */
  Map<String, List<String>> telling() {
    var woke =
        decision.answers().stream()
            .flatMap(answer -> answer.chosen().stream())
            .flatMap(proposal -> proposal.phrases().stream())
            .collect(Collectors.toSet());
    var telling = new HashMap<String, List<String>>();
    decision
        .mentions()
        .forEach(
            (word, phrases) ->
                telling.put(
                    word,
                    Named.isNamed(word)
                        ? phrases
                        : phrases.stream().filter(woke::contains).toList()));
    return telling;
  }

  private static Explained explained(Answer answer) {
    var values = new ArrayList<Reasoned>();
    var agreeing = new ArrayList<>(answer.chosen());
    for (var value : answer.values()) {
      var first = agreeing.stream().filter(p -> p.answer().equals(value)).findFirst().orElse(null);
      agreeing.remove(first);
      values.add(new Reasoned(value, first));
    }
    return new Explained(answer, values, agreeing);
  }
}
