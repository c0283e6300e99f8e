package org.redress.decision.check.space;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.redress.text.Text;

/** One possible complaint: a value for each variable, the quiet one where none is stated. */
public final class Point {

  private final Map<Variable, Integer> loud = new LinkedHashMap<>();

  void set(Variable variable, int value) {
    if (value == 0) {
      loud.remove(variable);
    } else {
      loud.put(variable, value);
    }
  }

  int value(Variable variable) {
    return loud.getOrDefault(variable, 0);
  }

  /** The values that are not quiet. */
  Map<Variable, Integer> loud() {
    return loud;
  }

  /** What it says about some variables, for people: {@code category=billing and value=100}. */
  public Text describe(Set<Variable> variables) {
    return new Text(" and ", " 且 ")
        .between(
            variables.stream()
                .filter(variable -> !text(variable).isEmpty())
                .map(variable -> Text.alike(variable.column() + "=" + text(variable)))
                .toList());
  }

  private String text(Variable variable) {
    return variable.values().get(value(variable));
  }
}
