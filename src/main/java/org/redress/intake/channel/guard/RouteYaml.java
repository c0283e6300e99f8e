package org.redress.intake.channel.guard;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.redress.text.Nearest;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A piece of a route file that knows its place; read by the parser that Camel reads with. */
record RouteYaml(String file, Node node) {

  private static final Set<Tag> PLAIN =
      Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP);
  private static final int MOST_CHARACTERS = 200_000;

  /** Parses a file; what is not one YAML document is refused with its line. */
  static RouteYaml read(String file, String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new RefusedRoute(file, "the file is too large", "Split it into several files.");
    }
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      return new Compose(LoadSettings.builder().setLabel(file).build())
          .composeInputStream(new ByteArrayInputStream(bytes))
          .map(node -> new RouteYaml(file, node))
          .orElseThrow(
              () -> new RefusedRoute(file, "the file is empty", "Write a route or delete it."));
    } catch (MarkedYamlEngineException e) {
      var mark = e.getProblemMark().or(e::getContextMark);
      throw new RefusedRoute(
          mark.map(m -> place(file, m.getLine(), m.getColumn())).orElse(file),
          "this is not YAML: " + e.getProblem(),
          "Check indentation, colons and quotes.");
    } catch (YamlEngineException e) {
      throw new RefusedRoute(file, "this is not YAML: " + e.getMessage(), "Check the file.");
    }
  }

  private static String place(String file, int line, int column) {
    return "%s:%d:%d".formatted(file, line + 1, column + 1);
  }

  /** The file, line and column where this piece begins. */
  String place() {
    return node.getStartMark()
        .map(mark -> place(file, mark.getLine(), mark.getColumn()))
        .orElse(file);
  }

  RefusedRoute refuse(String what, String remedy) {
    return new RefusedRoute(place(), what, remedy);
  }

  boolean isText() {
    return node instanceof ScalarNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  String text() {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw refuse("a single value is expected here", "Write it behind the colon.");
  }

  List<RouteYaml> items() {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(item -> new RouteYaml(file, item)).toList();
    }
    throw refuse("a list is expected here", "Begin each entry with a dash.");
  }

  /** The entries of a mapping; a key that stands twice is refused. */
  Map<String, RouteYaml> entries() {
    var entries = new LinkedHashMap<String, RouteYaml>();
    for (var tuple : mapping().getValue()) {
      var key = new RouteYaml(file, tuple.getKeyNode());
      if (entries.put(key.text(), new RouteYaml(file, tuple.getValueNode())) != null) {
        throw key.refuse("'%s' stands here twice".formatted(key.text()), "Keep one of them.");
      }
    }
    return entries;
  }

  private List<RouteYaml> keys() {
    return mapping().getValue().stream()
        .map(tuple -> new RouteYaml(file, tuple.getKeyNode()))
        .toList();
  }

  private MappingNode mapping() {
    if (node instanceof MappingNode mapping) {
      return mapping;
    }
    throw refuse("named entries are expected here", "Write each as 'name: value'.");
  }

  /** The entries of a mapping that has all required keys and none but these and the allowed. */
  Map<String, RouteYaml> entries(Set<String> required, Set<String> allowed) {
    var entries = entries();
    var known = new TreeSet<>(required);
    known.addAll(allowed);
    for (var key : keys()) {
      if (!known.contains(key.text())) {
        throw key.refuse(
            "'%s' is not allowed here%s"
                .formatted(key.text(), Nearest.hint(key.text(), known).en()),
            "Use only: %s.".formatted(known));
      }
    }
    for (var key : required) {
      if (!entries.containsKey(key)) {
        throw refuse("'%s' is missing".formatted(key), "Add it; see routes/README.md.");
      }
    }
    return entries;
  }

  /** The only entry of a mapping with one. */
  Map.Entry<String, RouteYaml> only() {
    var entries = entries();
    if (entries.size() != 1) {
      throw refuse(
          "one entry is expected here, not %d".formatted(entries.size()),
          "Check the indentation of the lines below.");
    }
    return entries.entrySet().iterator().next();
  }

  /** Refuses what reads one way and may mean another: anchors, aliases and tags. */
  void requirePlain() {
    if (node.getAnchor().isPresent() || !PLAIN.contains(node.getTag())) {
      throw refuse("anchors and tags are not allowed", "Write the value out.");
    }
  }
}
