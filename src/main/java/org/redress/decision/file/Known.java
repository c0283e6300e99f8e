package org.redress.decision.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redress.decision.rule.Facts;
import org.redress.decision.rule.NumberFact;
import org.redress.decision.rule.Question;
import org.redress.decision.rule.TimeCondition;

/** The words and columns that tables may use. */
record Known(List<Question> questions, Set<String> vocabulary, Set<String> understood) {

  private static final List<String> WORD_COLUMNS =
      List.of("channel", "language", Facts.MENTIONS, Facts.TEXT, "tier", Facts.UNDERSTOOD);

  /** All columns a table of {@code question} may have. */
  List<String> columns(Question question) {
    var columns = new ArrayList<String>(List.of("name"));
    WORD_COLUMNS.forEach(column -> columns.add("when " + column));
    Arrays.stream(NumberFact.values()).forEach(fact -> columns.add("when " + fact.column()));
    columns.add("when " + TimeCondition.COLUMN);
    earlierThan(question).forEach(earlier -> columns.add("when " + earlier.name()));
    columns.add("answer");
    if (question.detail() != null) {
      columns.add(question.detail().column());
    }
    columns.addAll(List.of("because", "because_zh", "from", "until"));
    return columns;
  }

  /** All fields a formula for {@code question} may compare. */
  List<String> fields(Question question) {
    var fields = new ArrayList<>(WORD_COLUMNS);
    Arrays.stream(NumberFact.values()).forEach(fact -> fields.add(fact.field()));
    fields.add(TimeCondition.FIELD);
    earlierThan(question).forEach(earlier -> fields.add(earlier.name()));
    return fields;
  }

  /** Whether a column may have several values at once. */
  boolean hasManyValues(String column) {
    return column.equals(Facts.MENTIONS)
        || column.equals(Facts.TEXT)
        || column.equals(Facts.UNDERSTOOD)
        || questions.stream()
            .filter(question -> question.name().equals(column))
            .anyMatch(question -> question.policy() == Question.Policy.COLLECT);
  }

  /** The words a column knows; none when any word may stand there. */
  Optional<Set<String>> wordsOf(String column) {
    return switch (column) {
      case Facts.MENTIONS -> Optional.of(vocabulary);
      case Facts.UNDERSTOOD -> Optional.of(understood);
      case "language" -> Optional.of(Set.of("en", "zh"));
      case "channel", "tier", Facts.TEXT -> Optional.empty();
      default ->
          questions.stream()
              .filter(question -> question.name().equals(column))
              .findFirst()
              .map(question -> question.answers().keySet());
    };
  }

  private List<Question> earlierThan(Question question) {
    return questions.subList(0, questions.indexOf(question));
  }
}
