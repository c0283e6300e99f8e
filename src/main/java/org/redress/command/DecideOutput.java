package org.redress.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.decision.Answer;
import org.redress.decision.Decision;
import org.redress.decision.Proposal;

/** A decision as {@code decide} prints it: the answers first, then why. */
final class DecideOutput {

  private static final List<String> ORDER =
      List.of(
          "category",
          "cause",
          "demand",
          "emotion",
          "severity",
          "priority",
          "team",
          "escalation",
          "compensation",
          "deadline");

  private DecideOutput() {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Because(
      String question, String answer, String rule, String file, int row, String reason) {}

  static Map<String, @Nullable Object> of(@Nullable Object id, Decision decision) {
    var line = new LinkedHashMap<String, @Nullable Object>();
    line.put("id", id);
    for (var question : ORDER) {
      var answer = decision.answer(question);
      switch (question) {
        case "demand" -> line.put(question, answer.values());
        case "compensation" -> line.put(question, detailed(answer, "amount"));
        case "deadline" -> line.put("deadlines", detailed(answer, "within"));
        default -> line.put(question, decision.the(question));
      }
    }
    line.put("needs_person", decision.needsPerson());
    line.put("rule_book", decision.ruleBook());
    if (!decision.understood().isEmpty()) {
      line.put("understood", decision.understood());
    }
    line.put("because", because(decision));
    return line;
  }

  private static List<Map<String, String>> detailed(Answer answer, String detail) {
    var list = new ArrayList<Map<String, String>>();
    for (var value : answer.values()) {
      var entry = new LinkedHashMap<String, String>();
      entry.put("answer", value);
      answer.detailOf(value).ifPresent(found -> entry.put(detail, found));
      list.add(entry);
    }
    return list;
  }

  private static List<Because> because(Decision decision) {
    return decision.answers().stream()
        .flatMap(answer -> answer.chosen().stream().map(p -> because(answer.question(), p)))
        .toList();
  }

  private static Because because(String question, Proposal proposal) {
    return new Because(
        question,
        proposal.answer(),
        proposal.rule(),
        proposal.file(),
        proposal.row(),
        proposal.because().en());
  }
}
