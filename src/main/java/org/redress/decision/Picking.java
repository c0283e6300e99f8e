package org.redress.decision;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.redress.decision.rule.Question;
import org.redress.decision.rulebook.RuleBook;

/** Picks the answer to one question from its proposals, by the question's policy. */
final class Picking {

  private final Question question;

  Picking(Question question) {
    this.question = question;
  }

  Answer pick(List<Proposal> proposals) {
    if (proposals.isEmpty()) {
      return new Answer(question.name(), question.defaults(), List.of(), List.of(), false);
    }
    var byAnswer =
        proposals.stream()
            .collect(groupingBy(Proposal::answer, LinkedHashMap::new, Collectors.toList()));
    return switch (question.policy()) {
      case ONLY_ONE ->
          byAnswer.size() == 1 ? the(proposals.get(0).answer(), proposals) : clash(proposals);
      case HIGHEST -> the(best(byAnswer, Comparator.comparing(question::rank)), proposals);
      case MOST_SUPPORTED -> the(best(byAnswer, mostPhrasesFirst(byAnswer)), proposals);
      case COLLECT -> collected(byAnswer);
    };
  }

  private static String best(Map<String, List<Proposal>> byAnswer, Comparator<String> order) {
    return byAnswer.keySet().stream().min(order).orElseThrow();
  }

  private Comparator<String> mostPhrasesFirst(Map<String, List<Proposal>> byAnswer) {
    return Comparator.comparing((String answer) -> -support(byAnswer.get(answer)))
        .thenComparing(question::rank);
  }

  /** How many different phrases of the text the rules of one answer found. */
  private static long support(List<Proposal> proposals) {
    return proposals.stream().flatMap(p -> p.phrases().stream()).distinct().count();
  }

  private Answer the(String answer, List<Proposal> proposals) {
    var chosen = proposals.stream().filter(p -> p.answer().equals(answer)).toList();
    var lost = proposals.stream().filter(p -> !p.answer().equals(answer)).toList();
    return new Answer(question.name(), List.of(answer), chosen, lost, false);
  }

  private Answer clash(List<Proposal> proposals) {
    return new Answer(question.name(), question.defaults(), List.of(), proposals, true);
  }

  private Answer collected(Map<String, List<Proposal>> byAnswer) {
    var values = byAnswer.keySet().stream().sorted(Comparator.comparing(question::rank)).toList();
    var chosen = new ArrayList<Proposal>();
    var lost = new ArrayList<Proposal>();
    for (var value : values) {
      var proposals = byAnswer.get(value);
      var kept = keptDetail(proposals);
      proposals.forEach(p -> (Objects.equals(p.detail(), kept) ? chosen : lost).add(p));
    }
    return new Answer(question.name(), values, List.copyOf(chosen), List.copyOf(lost), false);
  }

  private String keptDetail(List<Proposal> proposals) {
    if (question.detail() == null) {
      return proposals.get(0).detail();
    }
    return proposals.stream()
        .map(Proposal::detail)
        .filter(Objects::nonNull)
        .min(RuleBook.bestDetailFirst(question.detail()))
        .orElse(null);
  }
}
