package org.redress.decision.finding;

import org.jspecify.annotations.Nullable;
import org.redress.text.Text;

/**
 * Something wrong or doubtful in a rule book.
 *
 * @param file path below the rule book's folder
 * @param row line of the file, from 1; 0 when the whole file is meant
 * @param column the column's header or the field's name
 * @param remedy how to mend it
 */
public record Finding(
    Kind kind, String file, int row, @Nullable String column, Text what, Text remedy) {

  /** Whether a book with this finding may be used, and whether somebody should mend it. */
  public enum Severity {
    /** The book must not be used. */
    ERROR,
    /** The book may be used, but something in it is surely not meant. */
    WARNING,
    /** Worth a look, and often meant. */
    HINT
  }

  /** What sort of finding it is; the names are stable, so that screens and scripts can group. */
  public enum Kind {
    /** A file or cell that cannot be read. */
    MISTAKE(Severity.ERROR),
    /** A file that was read, but perhaps not as it was meant. */
    DOUBTFUL_FILE(Severity.WARNING),
    /** A row whose conditions exclude each other. */
    NEVER_SPEAKS(Severity.WARNING),
    /** A row that is always beaten, or always contradicted. */
    NEVER_WINS(Severity.WARNING),
    /** A row that says only what others say anyway. */
    ADDS_NOTHING(Severity.WARNING),
    /** Two rows of an <i>only one</i> question that contradict each other on some complaints. */
    CLASH(Severity.WARNING),
    /** A row that wins in no example. */
    NO_EXAMPLE(Severity.WARNING),
    /** A vocabulary word that no table uses. */
    UNUSED_WORD(Severity.WARNING),
    /** A row whose last day is past. */
    OVER(Severity.HINT),
    /** Earlier answers for which only the default remains. */
    GAP(Severity.HINT),
    /** An allowed answer that nothing ever gives. */
    UNUSED_ANSWER(Severity.HINT);

    private final Severity severity;

    Kind(Severity severity) {
      this.severity = severity;
    }

    public Severity severity() {
      return severity;
    }
  }

  public Severity severity() {
    return kind.severity();
  }

  public boolean isError() {
    return severity() == Severity.ERROR;
  }

  /** {@code file:row:column: what. how to mend} in English, as {@code rules check} prints it. */
  @Override
  public String toString() {
    var mark =
        switch (severity()) {
          case ERROR -> "";
          case WARNING -> "warning: ";
          case HINT -> "hint: ";
        };
    var stop = what.en().endsWith("?") ? "" : ".";
    return "%s:%d:%s: %s%s%s %s"
        .formatted(file, row, column == null ? "" : column, mark, what.en(), stop, remedy.en());
  }
}
