package org.redress.decision.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.redress.decision.check.space.Variable;
import org.redress.text.Text;

/**
 * Combinations of answers that one row of a table can name: any of some answers in each column.
 *
 * @param columns the columns, each an earlier question
 * @param values for each column the places of the answers
 */
record Cube(List<Variable> columns, List<BitSet> values) {

  /** A single combination. */
  static Cube of(List<Variable> columns, List<Integer> combination) {
    return new Cube(columns, combination.stream().map(Cube::single).toList());
  }

  /** All combinations of all answers. */
  static Cube all(List<Variable> columns) {
    return new Cube(columns, columns.stream().map(column -> column.where(v -> true)).toList());
  }

  private static BitSet single(int value) {
    var values = new BitSet();
    values.set(value);
    return values;
  }

  /** The cube with as many answers more in each column as leave all its combinations allowed. */
  Cube grown(Predicate<List<Integer>> allowed) {
    var grown = this;
    for (int column = 0; column < columns.size(); column++) {
      for (int value = 0; value < columns.get(column).values().size(); value++) {
        if (!grown.values.get(column).get(value)
            && grown.with(column, single(value)).combinations().stream().allMatch(allowed)) {
          var more = (BitSet) grown.values.get(column).clone();
          more.set(value);
          grown = grown.with(column, more);
        }
      }
    }
    return grown;
  }

  private Cube with(int column, BitSet others) {
    var changed = new ArrayList<>(values);
    changed.set(column, others);
    return new Cube(columns, changed);
  }

  /** The places of the answers, one list for each combination. */
  List<List<Integer>> combinations() {
    List<List<Integer>> combinations = List.of(List.of());
    for (var places : values) {
      var longer = new ArrayList<List<Integer>>();
      for (var combination : combinations) {
        places.stream().forEach(place -> longer.add(plus(combination, place)));
      }
      combinations = longer;
    }
    return combinations;
  }

  private static List<Integer> plus(List<Integer> combination, int place) {
    var longer = new ArrayList<>(combination);
    longer.add(place);
    return longer;
  }

  /** For people: {@code emotion is calm or disappointed and category is not compliment}. */
  Text describe() {
    var parts =
        IntStream.range(0, columns.size())
            .filter(column -> !others(column).isEmpty())
            .mapToObj(this::describe)
            .toList();
    return parts.isEmpty()
        ? new Text("nothing more is known", "没有其他信息")
        : new Text(" and ", "，且 ").between(parts);
  }

  private Text describe(int column) {
    var negated = isShorterNegated(column);
    var answers = negated ? others(column) : answers(column);
    return new Text(negated ? "%s is not %s" : "%s is %s", negated ? "%s 不是 %s" : "%s 是 %s")
        .formatted(
            columns.get(column).column(),
            new Text(" or ", " 或 ").between(answers.stream().map(Text::alike).toList()));
  }

  /** The cell of a row of a table; empty when any answer will do. */
  String cell(String column) {
    return IntStream.range(0, columns.size())
        .filter(place -> columns.get(place).column().equals(column))
        .mapToObj(this::cell)
        .findFirst()
        .orElse("");
  }

  private String cell(int column) {
    return isShorterNegated(column)
        ? others(column).stream().map("!"::concat).collect(Collectors.joining(" & "))
        : String.join("|", answers(column));
  }

  private boolean isShorterNegated(int column) {
    return others(column).size() < answers(column).size();
  }

  private List<String> answers(int column) {
    var answers = columns.get(column).values();
    return values.get(column).stream().mapToObj(answers::get).toList();
  }

  private List<String> others(int column) {
    var others = new ArrayList<>(columns.get(column).values());
    others.removeAll(answers(column));
    return others;
  }
}
