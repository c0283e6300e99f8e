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
record Known(List<Question> questions, Set<String> vocabulary) {

  /** All columns a table of {@code question} may have. */
  List<String> columns(Question question, Set<String> wordColumns) {
    var columns = new ArrayList<String>(List.of("name"));
    wordColumns.stream().sorted().forEach(column -> columns.add("when " + column));
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

  /** The words a column knows; none when any word may stand there. */
  Optional<Set<String>> wordsOf(String column) {
    return switch (column) {
      case "mentions" -> Optional.of(vocabulary);
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
