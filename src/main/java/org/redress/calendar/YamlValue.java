package org.redress.calendar;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * A value of a calendar file that knows where it stands, so that an error can say so.
 *
 * @param field the way to it from the top, such as {@code holidays[2].date}; empty at the top
 * @param content a {@code String}, a list of values or a map of values by name
 */
record YamlValue(Path file, int line, String field, Object content) {

  /** Reads the one document of a file. */
  static YamlValue parse(Path file, String text) {
    try (JsonParser parser = new YAMLFactory().createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() == null) {
        throw new YamlValue(file, 1, "", "").wrong("the file is empty", "Write zone and week");
      }
      YamlValue top = read(parser, new YamlValue(file, 1, "", ""));
      if (parser.nextToken() != null) {
        throw here(parser, top).wrong("a second document begins", "Put it into its own file");
      }
      return top;
    } catch (JacksonException e) {
      throw new YamlValue(file, e.getLocation().getLineNr(), "", "")
          .wrong(
              "this is not YAML: " + e.getOriginalMessage().replaceAll("[\\s^]+", " ").strip(),
              "Look at brackets, quotes and indentation here and on the line before");
    }
  }

  /** The text of a plain value; a number or a word is its text as written. */
  String text() {
    if (content instanceof String text) {
      return text;
    }
    throw wrong("a single value is expected", "Write it in one line after '" + name() + ":'");
  }

  /** The values of a list; a single value is a list of one. */
  List<YamlValue> items() {
    if (content instanceof List<?> items) {
      return items.stream().map(YamlValue.class::cast).toList();
    }
    if (content instanceof Map) {
      throw wrong("a list is expected", "Begin each of its lines with '- '");
    }
    return List.of(this);
  }

  /** The values by their names, in the order of the file. */
  Map<String, YamlValue> fields() {
    if (content instanceof Map<?, ?> fields) {
      Map<String, YamlValue> values = new LinkedHashMap<>();
      fields.forEach((name, value) -> values.put((String) name, (YamlValue) value));
      return values;
    }
    throw wrong("names with values are expected", "Write 'name: value', one a line");
  }

  /** The values by their names, none of which may be another than those known. */
  Map<String, YamlValue> fields(List<String> known) {
    Map<String, YamlValue> fields = fields();
    fields.forEach(
        (name, value) -> {
          if (!known.contains(name)) {
            throw value.wrong(
                "this field is not known", "The fields are " + String.join(", ", known));
          }
        });
    return fields;
  }

  /** An error about this value: what is wrong, and how to mend it. */
  InvalidCalendar wrong(String what, String remedy) {
    return new InvalidCalendar(
        "%s:%d: %s%s. %s."
            .formatted(file, line, field.isEmpty() ? "" : field + ": ", what, remedy));
  }

  private String name() {
    return field.substring(field.lastIndexOf('.') + 1);
  }

  private static YamlValue read(JsonParser parser, YamlValue place) {
    Object content =
        switch (parser.currentToken()) {
          case START_OBJECT -> readFields(parser, place);
          case START_ARRAY -> readItems(parser, place);
          case VALUE_NULL -> throw place.wrong("the value is missing", "Write one, or take it out");
          default -> parser.getString();
        };
    return new YamlValue(place.file, place.line, place.field, content);
  }

  private static Map<String, YamlValue> readFields(JsonParser parser, YamlValue place) {
    Map<String, YamlValue> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      String field = place.field.isEmpty() ? name : place.field + "." + name;
      YamlValue inner = new YamlValue(place.file, here(parser, place).line, field, "");
      parser.nextToken();
      if (fields.put(name, read(parser, inner)) != null) {
        throw inner.wrong("this is given twice", "Keep one of them");
      }
    }
    return fields;
  }

  private static List<YamlValue> readItems(JsonParser parser, YamlValue place) {
    List<YamlValue> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String field = place.field + "[" + (items.size() + 1) + "]";
      items.add(read(parser, new YamlValue(place.file, here(parser, place).line, field, "")));
    }
    return items;
  }

  private static YamlValue here(JsonParser parser, YamlValue place) {
    int line = parser.currentTokenLocation().getLineNr();
    return new YamlValue(place.file, line, place.field, "");
  }
}
