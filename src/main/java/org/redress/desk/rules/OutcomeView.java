package org.redress.desk.rules;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.redress.decision.backtest.Change;
import org.redress.decision.backtest.Outcome;
import org.redress.decision.backtest.Outcome.Different;
import org.redress.decision.backtest.Outcome.Move;
import org.redress.decision.rule.Question;
import org.redress.decision.rule.Question.Policy;

/** An outcome arranged for reading: the questions in their order, moves as tables. */
record OutcomeView(Outcome outcome, List<Question> questions) {

  private static final int HEATS = 5;
  private static final int MOST_SHIFTS = 12;
  private static final int MOST_RULES = 10;

  /** How many complaints get another answer to a question, or a rule more or less. */
  record Count(String name, int count) {}

  /** From which answer to which complaints go; answers in the question's order. */
  record Matrix(String question, List<String> from, List<String> to, List<Move> moves) {

    /** How many go from one to the other. */
    public int count(String before, String after) {
      return moves.stream()
          .filter(move -> move.from().equals(before) && move.to().equals(after))
          .mapToInt(Move::count)
          .sum();
    }

    /** From 0, none, to 5, most of all. */
    public int heat(String before, String after) {
      int most = moves.stream().mapToInt(Move::count).max().orElse(1);
      return (int) Math.ceil((double) HEATS * count(before, after) / most);
    }
  }

  /** The shifts of one question, the most frequent first. */
  record Shifts(String question, List<Move> shifts) {}

  public List<Count> byQuestion() {
    return questions.stream()
        .map(Question::name)
        .filter(outcome.byQuestion()::containsKey)
        .map(name -> new Count(name, outcome.byQuestion().get(name)))
        .toList();
  }

  /** The rules behind the changes, the busiest ten first. */
  public List<Count> byRule() {
    return outcome.byRule().entrySet().stream()
        .map(entry -> new Count(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(Count::count).reversed().thenComparing(Count::name))
        .limit(MOST_RULES)
        .toList();
  }

  /** A table of moves for each question with one answer. */
  public List<Matrix> matrices() {
    return moved(false)
        .map(question -> matrix(question, outcome.moves().get(question.name())))
        .toList();
  }

  private static Matrix matrix(Question question, List<Move> moves) {
    return new Matrix(
        question.name(),
        answers(question, moves, Move::from),
        answers(question, moves, Move::to),
        moves);
  }

  private static List<String> answers(
      Question question, List<Move> moves, Function<Move, String> side) {
    return moves.stream()
        .map(side)
        .distinct()
        .sorted(Comparator.comparing(answer -> rank(question, answer)))
        .toList();
  }

  /** Answers that no longer exist, and clashes, stand at the end. */
  private static int rank(Question question, String answer) {
    int rank = question.rank(answer);
    return rank < 0 ? Integer.MAX_VALUE : rank;
  }

  /** For each collecting question what came, went or changed, the most frequent first. */
  public List<Shifts> shifts() {
    return moved(true).map(question -> new Shifts(question.name(), shifts(question))).toList();
  }

  private List<Move> shifts(Question question) {
    return outcome.moves().get(question.name()).stream()
        .sorted(Comparator.comparing(Move::count).reversed())
        .limit(MOST_SHIFTS)
        .toList();
  }

  private Stream<Question> moved(boolean collecting) {
    return questions.stream()
        .filter(question -> outcome.moves().containsKey(question.name()))
        .filter(question -> (question.policy() == Policy.COLLECT) == collecting);
  }

  /** The listed complaints that a filter asks for. */
  List<Different> different(Filter filter) {
    return outcome.different().stream().filter(filter::lets).toList();
  }

  /**
   * Which of the complaints decided differently to list; empty parts ask for nothing.
   *
   * @param shown how many to show at most
   */
  record Filter(String question, String from, String to, String rule, int shown) {

    private boolean lets(Different different) {
      return question.isEmpty() && rule.isEmpty()
          || different.changes().stream().anyMatch(change -> lets(change));
    }

    private boolean lets(Change change) {
      return (question.isEmpty() || change.question().equals(question))
          && (from.isEmpty() || String.join(" ", change.before()).equals(from))
          && (to.isEmpty() || String.join(" ", change.after()).equals(to))
          && (rule.isEmpty()
              || change.rulesBefore().contains(rule)
              || change.rulesAfter().contains(rule));
    }

    /** Whether it narrows the list. */
    public boolean isNarrow() {
      return !question.isEmpty() || !rule.isEmpty();
    }
  }
}
