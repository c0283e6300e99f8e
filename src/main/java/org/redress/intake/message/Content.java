package org.redress.intake.message;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.redress.table.Table;
import org.redress.text.JsonMistake;
import org.redress.text.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What was sent, as one tree whatever it was written in.
 *
 * @param tree objects, lists and values; a table is a list with one object a row
 * @param lines of a table, where each row stands in the file, from 1; otherwise empty
 * @param broken pieces that cannot be read
 */
record Content(JsonNode tree, List<Integer> lines, List<Broken> broken) {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Text NO_FORM =
      new Text("These are not the fields of a form: %s", "这不是表单字段：%s");
  private static final Text NO_XML = new Text("This is not XML: %s", "这不是有效的 XML：%s");
  private static final Text PLACED = new Text("line %d: %s. %s", "第 %d 行：%s。%s");

  /** A piece that cannot be read, and why. */
  record Broken(String raw, Text reason) {}

  /** What a message may be written in. */
  enum Format {
    JSON("/"),
    FORM("/"),
    XML("/"),
    CSV("/*");

    /** Where complaints stand when the route does not say. */
    final String everywhere;

    Format(String everywhere) {
      this.everywhere = everywhere;
    }
  }

  /** Whether nothing of it can be read. */
  boolean isUnreadable() {
    return tree.isEmpty() && !broken.isEmpty();
  }

  /** Reads bytes; never fails: what cannot be read is told in the result. */
  static Content read(Format format, byte[] bytes, JsonMapper json) {
    return switch (format) {
      case JSON -> json(bytes, json);
      case FORM -> form(new String(bytes, StandardCharsets.UTF_8));
      case XML -> xml(bytes);
      case CSV -> table(bytes);
    };
  }

  private static Content whole(JsonNode tree) {
    return new Content(tree, List.of(), List.of());
  }

  private static Content unreadable(byte[] bytes, Text reason) {
    var raw = new String(bytes, StandardCharsets.UTF_8);
    return new Content(NODES.arrayNode(), List.of(), List.of(new Broken(raw, reason)));
  }

  private static Content json(byte[] bytes, JsonMapper json) {
    try {
      return whole(json.readTree(bytes));
    } catch (JacksonException e) {
      return unreadable(bytes, JsonMistake.of(e));
    }
  }

  private static Content form(String form) {
    var fields = NODES.objectNode();
    try {
      for (var field : form.split("&")) {
        var parts = field.split("=", 2);
        var value = parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
        fields.put(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), value);
      }
      return whole(fields);
    } catch (IllegalArgumentException e) {
      return unreadable(
          form.getBytes(StandardCharsets.UTF_8), NO_FORM.formatted(String.valueOf(e.getMessage())));
    }
  }

  private static Content xml(byte[] bytes) {
    try {
      return whole(XmlTree.read(bytes));
    } catch (XmlTree.NoXml e) {
      return unreadable(bytes, NO_XML.formatted(String.valueOf(e.getMessage())));
    }
  }

  private static Content table(byte[] bytes) {
    var table = Table.readCsv(bytes);
    var raw = new String(bytes, table.charset()).split("\\R", -1);
    var rows = NODES.arrayNode();
    var lines = new ArrayList<Integer>();
    for (var row : table.rows()) {
      var object = rows.addObject();
      row.cells().forEach(object::put);
      lines.add(row.line());
    }
    var broken =
        table.mistakes().stream()
            .map(
                m ->
                    new Broken(
                        raw[Math.min(Math.max(m.line(), 1), raw.length) - 1],
                        PLACED.formatted(m.line(), m.what(), m.remedy())))
            .toList();
    return new Content(rows, lines, broken);
  }
}
