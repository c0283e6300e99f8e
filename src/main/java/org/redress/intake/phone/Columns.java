package org.redress.intake.phone;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redress.table.Table;

/**
 * Which column of a file holds what: its own name, or the one that the route says in a header such
 * as {@code column-caller}.
 */
public record Columns(Map<String, String> names) {

  private static final String PREFIX = "column-";

  /** The columns that a route's headers name. */
  public static Columns of(Map<String, Object> headers) {
    var names = new LinkedHashMap<String, String>();
    headers.forEach(
        (header, value) -> {
          if (header.startsWith(PREFIX) && value != null) {
            names.put(header.substring(PREFIX.length()), value.toString().strip());
          }
        });
    return new Columns(names);
  }

  /** What the file calls the column. */
  public String in(String column) {
    return names.getOrDefault(column, column);
  }

  /** Those of these columns that a file with this header lacks, as the file should call them. */
  public List<String> missing(List<String> wanted, List<String> header) {
    return wanted.stream().map(this::in).filter(name -> !header.contains(name)).toList();
  }

  /** The trimmed cell of a column; empty when the row has none. */
  public String cell(Map<String, String> row, String column) {
    return row.getOrDefault(in(column), "");
  }

  /** A mistake of a table as a line of a report. */
  public static String report(String file, Table.Mistake mistake) {
    return "%s:%d: %s. %s"
        .formatted(file, mistake.line(), mistake.what().en(), mistake.remedy().en());
  }
}
