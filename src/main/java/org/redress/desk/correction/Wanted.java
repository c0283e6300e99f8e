package org.redress.desk.correction;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redress.ticket.Ticket;
import org.springframework.util.MultiValueMap;

/**
 * Other answers for a ticket, as somebody chose them.
 *
 * @param answers by question, only those that differ from what the ticket has
 */
record Wanted(Map<String, List<String>> answers) {

  /** The questions in the order of the form. */
  static final List<String> QUESTIONS =
      List.of("category", "cause", "demand", "emotion", "severity", "priority", "team");

  private static final String DEMAND = "demand";
  private static final String TEAM = "team";

  /** What a form says; it always has the field {@code demand}, also where nothing is wanted. */
  static Wanted of(Ticket ticket, MultiValueMap<String, String> form) {
    var answers = new LinkedHashMap<String, List<String>>();
    for (var question : QUESTIONS) {
      if (form.containsKey(question)) {
        answers.put(question, form.get(question).stream().filter(v -> !v.isEmpty()).toList());
      }
    }
    return of(ticket, answers);
  }

  /** What differs from the answers of a ticket. */
  static Wanted of(Ticket ticket, Map<String, List<String>> answers) {
    var changed = new LinkedHashMap<>(answers);
    changed.entrySet().removeIf(e -> isSame(e.getKey(), present(ticket, e.getKey()), e.getValue()));
    return new Wanted(changed);
  }

  private static boolean isSame(String question, List<String> present, List<String> wanted) {
    return wanted.isEmpty() && !question.equals(DEMAND)
        || present.stream().sorted().toList().equals(wanted.stream().sorted().toList());
  }

  /** What a ticket has. */
  static List<String> present(Ticket ticket, String question) {
    var verdict = ticket.verdict();
    return switch (question) {
      case "category" -> List.of(verdict.category());
      case "cause" -> List.of(verdict.cause());
      case DEMAND -> verdict.demands();
      case "emotion" -> List.of(verdict.emotion());
      case "severity" -> List.of(verdict.severity());
      case "priority" -> List.of(verdict.priority());
      case TEAM -> List.of(ticket.team());
      default -> List.of();
    };
  }

  /** What is chosen for a question: the other answer, or what the ticket has. */
  public List<String> chosen(Ticket ticket, String question) {
    return answers.getOrDefault(question, present(ticket, question));
  }

  /** Whether everything stays as it is. */
  public boolean isEmpty() {
    return answers.isEmpty();
  }

  /** The ticket as it would be. */
  Ticket on(Ticket ticket) {
    var verdict = ticket.verdict();
    for (var answer : answers.entrySet()) {
      if (!answer.getKey().equals(TEAM)) {
        verdict = verdict.with(answer.getKey(), answer.getValue());
      }
    }
    var corrected = ticket.with(verdict);
    return answers.containsKey(TEAM) ? corrected.atTeam(answers.get(TEAM).get(0)) : corrected;
  }
}
