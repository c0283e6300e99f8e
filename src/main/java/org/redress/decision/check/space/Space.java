package org.redress.decision.check.space;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.redress.complaint.Language;
import org.redress.decision.rule.Condition;
import org.redress.decision.rule.Facts;
import org.redress.decision.rule.NumberCondition;
import org.redress.decision.rule.Question;
import org.redress.decision.rule.Question.Policy;
import org.redress.decision.rule.Rule;
import org.redress.decision.rule.WordCondition;

/**
 * All complaints, from today on, as far as the rules of one question can tell them apart. A kind of
 * condition that is not known here becomes a variable of its own.
 */
public final class Space {

  private static final List<String> BUILT_IN =
      List.of(Facts.MENTIONS, Facts.UNDERSTOOD, "channel", "language", "tier");
  private static final String DAY = "day received";

  private final Map<String, Question> earlier = new LinkedHashMap<>();
  private final List<Rule> rules;
  private final LocalDate today;
  private final Map<String, Variable> variables = new HashMap<>();
  private final Map<String, Variable> opaque = new LinkedHashMap<>();
  private final Numbers numbers;
  private final List<LocalDate> days;
  private final Region universe;

  /**
   * The space of one question.
   *
   * @param earlier the questions asked before it
   * @param rules its rules that are not over
   */
  public Space(List<Question> earlier, List<Rule> rules, LocalDate today) {
    earlier.forEach(question -> this.earlier.put(question.name(), question));
    this.rules = rules;
    this.today = today;
    this.numbers = new Numbers(rules);
    this.days = days();
    this.universe = universe(earlier);
  }

  /** Today and each later day on which a rule begins to hold or no longer holds. */
  private List<LocalDate> days() {
    var days = new TreeSet<>(List.of(today));
    for (var rule : rules) {
      Stream.ofNullable(rule.from()).forEach(days::add);
      Stream.ofNullable(rule.until()).map(last -> last.plusDays(1)).forEach(days::add);
    }
    return List.copyOf(days.tailSet(today));
  }

  /** A question that collects and has a default always has an answer. */
  private Region universe(List<Question> earlier) {
    var universe = Region.EVERYTHING;
    for (var question : earlier) {
      if (!isSingle(question.name()) && !question.defaults().isEmpty()) {
        universe =
            universe.withAnyOf(
                question.answers().keySet().stream().map(a -> word(question.name(), a)).toList());
      }
    }
    return universe;
  }

  /** All complaints. */
  public Region universe() {
    return universe;
  }

  /** A rule with the complaints on which it speaks. */
  public Row row(Rule rule) {
    var region = universe;
    var understood = true;
    for (var condition : rule.conditions()) {
      region = region.and(region(condition));
      understood &= isUnderstood(condition);
    }
    if (rule.from() != null || rule.until() != null) {
      var day = variable(DAY, days.stream().map(LocalDate::toString).toList());
      region = region.only(day, day.where(place -> holdsOn(rule, days.get(place))));
    }
    return new Row(rule, region, !understood);
  }

  private static boolean holdsOn(Rule rule, LocalDate day) {
    return (rule.from() == null || !day.isBefore(rule.from()))
        && (rule.until() == null || !day.isAfter(rule.until()));
  }

  /** The complaints on which one condition holds. */
  public Region region(Condition condition) {
    if (condition instanceof NumberCondition number) {
      var variable = variable(number.column(), numbers.labels(number.fact()));
      return Region.EVERYTHING.only(variable, numbers.where(number));
    }
    if (condition instanceof WordCondition word && isUnderstood(condition)) {
      return isSingle(word.column()) ? oneValue(word) : anyWords(word);
    }
    return opaque(condition);
  }

  private boolean isUnderstood(Condition condition) {
    return condition instanceof NumberCondition
        || condition instanceof WordCondition
            && (BUILT_IN.contains(condition.column()) || earlier.containsKey(condition.column()));
  }

  private Region oneValue(WordCondition condition) {
    var variable = single(condition.column());
    var region = Region.EVERYTHING;
    for (var group : condition.anyOf()) {
      region = region.only(variable, variable.among(group));
    }
    return region.without(variable, variable.among(condition.noneOf()));
  }

  private Region anyWords(WordCondition condition) {
    var region = Region.EVERYTHING;
    for (var group : condition.anyOf()) {
      var words = group.stream().distinct().map(w -> word(condition.column(), w)).toList();
      region =
          words.size() == 1
              ? region.only(words.get(0), words.get(0).among(group))
              : region.withAnyOf(words);
    }
    for (var absent : condition.noneOf()) {
      var word = word(condition.column(), absent);
      region = region.without(word, word.among(List.of(absent)));
    }
    return region;
  }

  private Region opaque(Condition condition) {
    var cell = condition.column() + ": " + condition.cell();
    var variable = opaque.computeIfAbsent(cell, c -> Variable.word("", condition.cell()));
    return Region.EVERYTHING.only(variable, variable.among(List.of(condition.cell())));
  }

  /** All complaints on which every condition that is not understood here holds. */
  public Region whereOpaqueHolds() {
    var region = universe;
    for (var variable : opaque.values()) {
      region = region.only(variable, variable.where(place -> place == Variable.THERE));
    }
    return region;
  }

  /** Whether a column holds one value at a time, and not any number of words. */
  private boolean isSingle(String column) {
    var question = earlier.get(column);
    return question == null
        ? !column.equals(Facts.MENTIONS) && !column.equals(Facts.UNDERSTOOD)
        : question.policy() != Policy.COLLECT && question.defaults().size() == 1;
  }

  /** The answer to an earlier question that gives one answer. */
  public Optional<Variable> answer(String column) {
    return Optional.ofNullable(earlier.get(column))
        .filter(question -> isSingle(column))
        .map(question -> single(column));
  }

  /** The variable of a column that holds one value at a time. */
  private Variable single(String column) {
    return variables.computeIfAbsent(column, c -> new Variable(c, values(c)));
  }

  private List<String> values(String column) {
    var values = new LinkedHashSet<String>();
    var question = earlier.get(column);
    if (question != null) {
      values.addAll(question.defaults());
      values.addAll(question.answers().keySet());
    } else if (column.equals("language")) {
      values.addAll(List.of(Language.ENGLISH, Language.CHINESE));
    } else {
      values.add("");
      wordsIn(column).forEach(values::add);
    }
    return List.copyOf(values);
  }

  private Stream<String> wordsIn(String column) {
    return rules.stream()
        .flatMap(rule -> rule.conditions().stream())
        .filter(condition -> condition.column().equals(column))
        .filter(WordCondition.class::isInstance)
        .flatMap(condition -> ((WordCondition) condition).words());
  }

  private Variable word(String column, String word) {
    return variables.computeIfAbsent(column + "=" + word, key -> Variable.word(column, word));
  }

  private Variable variable(String column, List<String> values) {
    return variables.computeIfAbsent(column, key -> new Variable(column, values));
  }
}
