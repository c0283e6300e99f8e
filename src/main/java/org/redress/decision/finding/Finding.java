package org.redress.decision.finding;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong or doubtful in a rule book.
 *
 * @param file path below the rule book's folder
 * @param row line of the file, from 1; 0 when the whole file is meant
 * @param column the column's header or the field's name
 * @param remedy how to mend it
 */
public record Finding(
    Severity severity, String file, int row, @Nullable String column, String what, String remedy) {

  /** Whether a book with this finding may be used. */
  public enum Severity {
    ERROR,
    WARNING
  }

  static Finding error(String file, int row, @Nullable String column, String what, String remedy) {
    return new Finding(Severity.ERROR, file, row, column, what, remedy);
  }

  static Finding warning(
      String file, int row, @Nullable String column, String what, String remedy) {
    return new Finding(Severity.WARNING, file, row, column, what, remedy);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** {@code file:row:column: what. how to mend}, as {@code rules check} prints it. */
  @Override
  public String toString() {
    var stop = what.endsWith("?") ? "" : ".";
    return "%s:%d:%s: %s%s%s %s"
        .formatted(
            file,
            row,
            column == null ? "" : column,
            isError() ? "" : "warning: ",
            what,
            stop,
            remedy);
  }
}
