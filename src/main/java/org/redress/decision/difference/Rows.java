package org.redress.decision.difference;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.table.Table;

/**
 * The rows of a table under a key that follows a row through changes: its name where names are
 * unique, as those of rules are, else all it says.
 *
 * @param named whether the keys are names
 * @param complete whether every row could be read
 */
record Rows(List<String> columns, Map<String, Table.Row> byKey, boolean named, boolean complete) {

  private static final String NAME = "name";

  static boolean isTable(String path) {
    return Table.isTable(path);
  }

  static Rows read(String path, byte @Nullable [] content) {
    if (content == null) {
      return new Rows(List.of(), Map.of(), true, true);
    }
    var table = Table.read(path, content);
    var names = new HashSet<String>();
    var unique = table.rows().stream().allMatch(row -> names.add(row.cell(NAME)));
    var byKey = new LinkedHashMap<String, Table.Row>();
    for (var row : table.rows()) {
      byKey.put(unique ? row.cell(NAME) : row.cells().values().toString(), row);
    }
    return new Rows(table.header(), byKey, unique, table.mistakes().isEmpty());
  }
}
