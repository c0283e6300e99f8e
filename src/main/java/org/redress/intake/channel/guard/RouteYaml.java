package org.redress.intake.channel.guard;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.redress.text.Nearest;
import org.redress.text.Text;
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
  private static final Text NO_YAML = new Text("this is not YAML: %s", "这不是有效的 YAML：%s");

  /** Parses a file; what is not one YAML document is refused with its line. */
  static RouteYaml read(String file, String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new RefusedRoute(
          file,
          new Text("the file is too large", "文件过大"),
          new Text("Split it into several files.", "请拆分成几个文件。"));
    }
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      return new Compose(LoadSettings.builder().setLabel(file).build())
          .composeInputStream(new ByteArrayInputStream(bytes))
          .map(node -> new RouteYaml(file, node))
          .orElseThrow(
              () ->
                  new RefusedRoute(
                      file,
                      new Text("the file is empty", "文件是空的"),
                      new Text("Write a route or delete it.", "请写入一个渠道，或删除该文件。")));
    } catch (MarkedYamlEngineException e) {
      var mark = e.getProblemMark().or(e::getContextMark);
      throw new RefusedRoute(
          mark.map(m -> place(file, m.getLine(), m.getColumn())).orElse(file),
          NO_YAML.formatted(e.getProblem()),
          new Text("Check indentation, colons and quotes.", "请检查缩进、冒号和引号。"));
    } catch (YamlEngineException e) {
      throw new RefusedRoute(
          file, NO_YAML.formatted(e.getMessage()), new Text("Check the file.", "请检查该文件。"));
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

  RefusedRoute refuse(Text what, Text remedy) {
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
    throw refuse(
        new Text("a single value is expected here", "此处应为单个值"),
        new Text("Write it behind the colon.", "请写在冒号后面。"));
  }

  List<RouteYaml> items() {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(item -> new RouteYaml(file, item)).toList();
    }
    throw refuse(
        new Text("a list is expected here", "此处应为列表"),
        new Text("Begin each entry with a dash.", "每一项以短横线开头。"));
  }

  /** The entries of a mapping; a key that stands twice is refused. */
  Map<String, RouteYaml> entries() {
    var entries = new LinkedHashMap<String, RouteYaml>();
    for (var tuple : mapping().getValue()) {
      var key = new RouteYaml(file, tuple.getKeyNode());
      if (entries.put(key.text(), new RouteYaml(file, tuple.getValueNode())) != null) {
        throw key.refuse(
            new Text("'%s' stands here twice", "“%s”在此出现两次").formatted(key.text()),
            new Text("Keep one of them.", "请只保留一个。"));
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
    throw refuse(
        new Text("named entries are expected here", "此处应为带名称的项"),
        new Text("Write each as 'name: value'.", "每项写成“名称: 值”。"));
  }

  /** The entries of a mapping that has all required keys and none but these and the allowed. */
  Map<String, RouteYaml> entries(Set<String> required, Set<String> allowed) {
    var entries = entries();
    var known = new TreeSet<>(required);
    known.addAll(allowed);
    for (var key : keys()) {
      if (!known.contains(key.text())) {
        throw key.refuse(
            new Text("'%s' is not allowed here%s", "此处不允许“%s”%s")
                .formatted(key.text(), Nearest.hint(key.text(), known)),
            new Text("Use only: %s.", "只能使用：%s。").formatted(String.join(", ", known)));
      }
    }
    for (var key : required) {
      if (!entries.containsKey(key)) {
        throw refuse(
            new Text("'%s' is missing", "缺少“%s”").formatted(key),
            new Text("Add it; see routes/README.md.", "请补上；参见 routes/README.md。"));
      }
    }
    return entries;
  }

  /** The only entry of a mapping with one. */
  Map.Entry<String, RouteYaml> only() {
    var entries = entries();
    if (entries.size() != 1) {
      throw refuse(
          new Text("one entry is expected here, not %d", "此处应只有一项，而不是 %d 项")
              .formatted(entries.size()),
          new Text("Check the indentation of the lines below.", "请检查下面各行的缩进。"));
    }
    return entries.entrySet().iterator().next();
  }

  /** Refuses what reads one way and may mean another: anchors, aliases and tags. */
  void requirePlain() {
    if (node.getAnchor().isPresent() || !PLAIN.contains(node.getTag())) {
      throw refuse(
          new Text("anchors and tags are not allowed", "不允许使用锚点和标签"),
          new Text("Write the value out.", "请把值完整写出。"));
    }
  }
}
