package org.redress.decision.difference;

import java.util.List;

/**
 * What changed in one file.
 *
 * @param columns the table's columns, old ones that are gone last; none when it is no table
 * @param rows changed rows of a table
 * @param lines changed lines of any other file
 */
public record FileChange(
    String path, Kind kind, List<String> columns, List<RowChange> rows, List<LineChange> lines) {

  /** What happened to a file, a row or a line. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  /**
   * A row of a table.
   *
   * @param row its line in the newer file, or in the older one when it is gone
   * @param cells one for each column of the file
   */
  public record RowChange(Kind kind, int row, String name, List<CellChange> cells) {}

  /** A cell before and after; equal when it did not change. */
  public record CellChange(String before, String after) {

    public boolean differs() {
      return !before.equals(after);
    }
  }

  /** A line that was added or removed. */
  public record LineChange(Kind kind, int line, String text) {}
}
