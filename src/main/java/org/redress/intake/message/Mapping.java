package org.redress.intake.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the complaints stand in a message, and where the fields of each, as written in a route
 * file.
 *
 * @param each the place of every complaint
 * @param conditions which of them count
 * @param files the places of the files that belong to a complaint; none means it has none
 * @param fields by the name of the field
 */
record Mapping(
    Path each, List<Condition> conditions, @Nullable Path files, Map<String, Words> fields) {

  /** Whether what stands at {@code path} is one of {@code values}, and whether it should be. */
  record Condition(Path path, List<String> values, boolean wanted) {

    static Condition of(String written, boolean wanted) {
      var parts = written.split("=", 2);
      if (parts.length < 2) {
        throw new IllegalArgumentException(
            "'%s' names no value; write it like: type = text, voice".formatted(written));
      }
      return new Condition(
          Path.of(parts[0]),
          Arrays.stream(parts[1].split(",")).map(String::strip).toList(),
          wanted);
    }

    boolean admits(Spot complaint) {
      return values.contains(path.text(complaint)) == wanted;
    }
  }

  /** Reads the parameters of the step, whose names were checked with the route file. */
  static Mapping of(Map<String, ?> parameters, String everywhere) {
    var words = new TreeMap<String, Words>();
    parameters.forEach((name, written) -> words.put(name, Words.of(String.valueOf(written))));
    words.keySet().removeAll(List.of("each", "only", "except", "files"));
    var conditions = new ArrayList<Condition>();
    given(parameters, "only").ifPresent(c -> conditions.add(Condition.of(c, true)));
    given(parameters, "except").ifPresent(c -> conditions.add(Condition.of(c, false)));
    return new Mapping(
        Path.of(given(parameters, "each").orElse(everywhere)),
        conditions,
        given(parameters, "files").map(Path::of).orElse(null),
        words);
  }

  private static Optional<String> given(Map<String, ?> parameters, String name) {
    return Optional.ofNullable(parameters.get(name)).map(Object::toString);
  }

  /** What stands where complaints stand, in order. */
  List<Spot> complaints(Spot message) {
    return each.from(message);
  }

  /** Whether it counts as a complaint. */
  boolean counts(Spot complaint) {
    return conditions.stream().allMatch(condition -> condition.admits(complaint));
  }

  /** The files of a complaint, in order. */
  List<Spot> filesOf(Spot complaint) {
    return files == null ? List.of() : files.from(complaint);
  }

  /** What a field says; empty when it is not mapped or not there. */
  String field(String name, Spot complaint) {
    var words = fields.get(name);
    return words == null ? "" : words.at(complaint);
  }
}
