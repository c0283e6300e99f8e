package org.redress.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.decision.rule.Facts;
import org.redress.decision.rule.Found;
import org.redress.decision.rule.Question;
import org.redress.decision.rule.Rule;
import org.redress.decision.rulebook.RuleBook;

/** Asks the questions of a rule book in their order; each sees the answers before it. */
public final class Asking {

  private Asking() {}

  /** Asks all questions of {@code book}. */
  public static Decision decide(RuleBook book, Case complaint) {
    return decide(book, complaint, Map.of());
  }

  /** Decides with some answers given beforehand; those questions are not asked. */
  public static Decision decide(RuleBook book, Case complaint, Map<String, List<String>> given) {
    var found = book.found(complaint.text());
    var facts = complaint.facts(found);
    given.forEach(facts::add);
    var answers = new ArrayList<Answer>();
    for (var question : book.questions()) {
      if (!given.containsKey(question.name())) {
        answers.add(askNext(book, question, facts, complaint));
      }
    }
    return decision(book, complaint, answers, found);
  }

  /**
   * The answer to one question of {@code book}.
   *
   * @param given answers known beforehand; those questions are not asked
   */
  static Answer answer(
      RuleBook book, Case complaint, Map<String, List<String>> given, String asked) {
    var facts = complaint.facts(book.found(complaint.text()));
    given.forEach(facts::add);
    for (var question : book.questions()) {
      if (question.name().equals(asked)) {
        return ask(book, question, facts, complaint);
      }
      if (!given.containsKey(question.name())) {
        askNext(book, question, facts, complaint);
      }
    }
    throw new IllegalArgumentException("no question " + asked);
  }

  /** Asks a question and lets those after it see the answer. */
  private static Answer askNext(RuleBook book, Question question, Facts facts, Case complaint) {
    var answer = ask(book, question, facts, complaint);
    facts.add(question.name(), answer.values());
    return answer;
  }

  /**
   * Asks a complaint's questions again by another book.
   *
   * @param found what {@code book} finds in the text
   * @param before what was decided by the other book
   * @param unchanged questions that both books ask in the same place, with the same rules
   */
  public static Decision again(
      RuleBook book, Case complaint, Found found, Decision before, Set<String> unchanged) {
    var facts = complaint.facts(found);
    var same = found.equals(before.found());
    var answers = new ArrayList<Answer>();
    for (var question : book.questions()) {
      var earlier = before.answer(question.name());
      var answer =
          same && unchanged.contains(question.name())
              ? earlier
              : ask(book, question, facts, complaint);
      same = same && answer.values().equals(earlier.values());
      facts.add(question.name(), answer.values());
      answers.add(answer);
    }
    return decision(book, complaint, answers, found);
  }

  private static Decision decision(
      RuleBook book, Case complaint, List<Answer> answers, Found found) {
    return new Decision(
        book.version(),
        complaint.circumstances(),
        List.copyOf(answers),
        Map.copyOf(found.mentions()),
        found.understood());
  }

  private static Answer ask(RuleBook book, Question question, Facts facts, Case complaint) {
    var proposals =
        book.speaking(question, facts).stream().map(rule -> proposal(rule, facts)).toList();
    var heard = complaint.circumstances().heard();
    var values = new ArrayList<>(complaint.circumstances().heard(question.name()));
    values.retainAll(question.answers().keySet());
    return heard == null || values.isEmpty()
        ? new Picking(question).pick(proposals)
        : heard(question, heard.by(), values, proposals);
  }

  /** Who listened to the customer knows better than the rules, whose proposals are kept. */
  private static Answer heard(
      Question question, String by, List<String> values, List<Proposal> proposals) {
    var chosen = new ArrayList<Proposal>();
    values.forEach(value -> chosen.add(Proposal.heard(value, by)));
    proposals.stream().filter(p -> values.contains(p.answer())).forEach(chosen::add);
    var lost = proposals.stream().filter(p -> !values.contains(p.answer())).toList();
    return new Answer(question.name(), List.copyOf(values), List.copyOf(chosen), lost, false);
  }

  private static Proposal proposal(Rule rule, Facts facts) {
    var matched =
        rule.conditions().stream()
            .map(c -> new Proposal.Matched(c.column(), c.cell(), c.seen(facts)))
            .toList();
    return new Proposal(
        rule.answer(),
        rule.detail(),
        rule.name(),
        rule.file(),
        rule.row(),
        rule.because(),
        rule.conditions().stream().flatMap(c -> c.phrases(facts).stream()).distinct().toList(),
        matched);
  }
}
