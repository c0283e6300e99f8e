package org.redress.decision.check.space;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * One thing that rules can ask about a complaint, with the values that they can tell apart: the
 * answer to a question, whether a word is mentioned, a number. The first value is the quiet one,
 * which an ordinary complaint has. A value nobody needs to read, such as <i>not mentioned</i> or
 * <i>unknown</i>, is an empty text.
 */
public final class Variable {

  /** The value of a word that is there; the other one is 0. */
  static final int THERE = 1;

  private final String column;
  private final List<String> values;

  Variable(String column, List<String> values) {
    this.column = column;
    this.values = List.copyOf(values);
  }

  /** A word of a column that holds any number of words. */
  static Variable word(String column, String word) {
    return new Variable(column, List.of("", word));
  }

  /** The column that holds it. */
  public String column() {
    return column;
  }

  /** Its values, the quiet one first. */
  public List<String> values() {
    return values;
  }

  /** The values, by their place, that satisfy a test. */
  public BitSet where(IntPredicate test) {
    var places = new BitSet(values.size());
    IntStream.range(0, values.size()).filter(test).forEach(places::set);
    return places;
  }

  /** The values that are among these words. */
  BitSet among(List<String> words) {
    return where(place -> words.contains(values.get(place)));
  }
}
