package org.redress.decision.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.decision.rule.Question;
import org.redress.decision.rule.Question.Policy;
import org.redress.decision.rule.Rule;
import org.redress.decision.rule.WordCondition;
import org.redress.decision.rulebook.RuleBook;

/** Tells which answers can come together, as far as the rules tell without much search. */
final class Possible {

  private enum Speaks {
    NEVER,
    PERHAPS,
    ALWAYS
  }

  private final RuleBook book;
  private final Map<String, List<Rule>> rules = new HashMap<>();

  Possible(RuleBook book) {
    this.book = book;
  }

  /** False when the rules can never give these answers, by question, to one complaint. */
  boolean together(Map<String, String> answers) {
    return answers.keySet().stream()
        .flatMap(name -> book.question(name).stream())
        .allMatch(question -> canBe(question, answers.get(question.name()), answers));
  }

  private boolean canBe(Question question, String answer, Map<String, String> answers) {
    var proposed = false;
    var answered = false;
    for (var rule : rules(question.name())) {
      var speaks = speaks(rule, answers);
      proposed |= speaks != Speaks.NEVER && rule.answer().equals(answer);
      answered |= speaks == Speaks.ALWAYS;
      if (speaks == Speaks.ALWAYS
          && question.policy() == Policy.HIGHEST
          && question.rank(rule.answer()) < question.rank(answer)) {
        return false;
      }
    }
    var defaultMayHold = !answered || question.policy() == Policy.ONLY_ONE;
    return proposed || defaultMayHold && question.defaults().contains(answer);
  }

  private List<Rule> rules(String question) {
    return rules.computeIfAbsent(
        question,
        name -> book.rules().stream().filter(rule -> rule.question().equals(name)).toList());
  }

  private static Speaks speaks(Rule rule, Map<String, String> answers) {
    var speaks = rule.from() == null && rule.until() == null ? Speaks.ALWAYS : Speaks.PERHAPS;
    for (var condition : rule.conditions()) {
      var answer = answers.get(condition.column());
      if (answer == null || !(condition instanceof WordCondition word)) {
        speaks = Speaks.PERHAPS;
      } else if (word.noneOf().contains(answer)
          || !word.anyOf().stream().allMatch(group -> group.contains(answer))) {
        return Speaks.NEVER;
      }
    }
    return speaks;
  }
}
