package org.redress.decision.rule;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Conditions joined as no row can join them: all of them, any of them, or not all of them. */
public record FormulaCondition(Join join, List<Condition> parts) implements Condition {

  /** How the parts are joined. */
  public enum Join {
    ALL(" and "),
    ANY(" or "),
    /** Not all of them: of a single part its contrary. */
    NOT(" and ");

    private final String word;

    Join(String word) {
      this.word = word;
    }
  }

  @Override
  public String column() {
    return "formula";
  }

  /** The formula in words, for instance {@code (tier gold or value >=1000)}. */
  @Override
  public String cell() {
    return parts.stream()
        .map(part -> part instanceof FormulaCondition ? part.cell() : named(part, part.cell()))
        .collect(Collectors.joining(join.word, join == Join.NOT ? "not (" : "(", ")"));
  }

  @Override
  public String seen(Facts facts) {
    return parts.stream()
        .map(p -> p instanceof FormulaCondition ? p.seen(facts) : named(p, p.seen(facts)))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String named(Condition part, String text) {
    return part.column() + " " + text;
  }

  @Override
  public boolean holds(Facts facts) {
    return switch (join) {
      case ALL -> parts.stream().allMatch(part -> part.holds(facts));
      case ANY -> parts.stream().anyMatch(part -> part.holds(facts));
      case NOT -> !parts.stream().allMatch(part -> part.holds(facts));
    };
  }

  @Override
  public List<String> constraints() {
    var each = parts.stream().map(FormulaCondition::together);
    return switch (join) {
      case ALL -> each.toList();
      case ANY -> List.of(each.collect(Collectors.joining(" || ", "(", ")")));
      case NOT -> List.of(each.collect(Collectors.joining(" && ", "!(", ")")));
    };
  }

  private static String together(Condition part) {
    return part.constraints().stream().collect(Collectors.joining(" && ", "(", ")"));
  }

  @Override
  public Stream<WordCondition> wordTests() {
    return parts.stream().flatMap(Condition::wordTests);
  }

  /** Those of the parts that hold; what a negation did not find it cannot show. */
  @Override
  public List<String> phrases(Facts facts) {
    return join == Join.NOT
        ? List.of()
        : parts.stream()
            .filter(part -> part.holds(facts))
            .flatMap(part -> part.phrases(facts).stream())
            .toList();
  }
}
