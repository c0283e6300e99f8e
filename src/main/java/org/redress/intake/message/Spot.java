package org.redress.intake.message;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A piece of a message that knows what it is part of. */
record Spot(JsonNode node, @Nullable Spot above) {

  /** The whole message this is part of. */
  Spot top() {
    return above == null ? this : above.top();
  }

  /** Where one step of a path leads from here; nowhere when there is nothing of that name. */
  Stream<Spot> step(String step) {
    return switch (step) {
      case "." -> Stream.of(this);
      case ".." -> Stream.ofNullable(above);
      case "*" -> each();
      default -> Stream.ofNullable(part(step)).map(part -> new Spot(part, this));
    };
  }

  /** Senders write a list of one as the one alone; it is one step down all the same. */
  private Stream<Spot> each() {
    return node.isArray()
        ? IntStream.range(0, node.size()).mapToObj(i -> new Spot(node.get(i), this))
        : Stream.of(new Spot(node, this));
  }

  private @Nullable JsonNode part(String name) {
    return node.isArray() && name.matches("\\d{1,6}")
        ? node.get(Integer.parseInt(name))
        : node.get(name);
  }

  /** What stands here as text; empty when nothing does. */
  String text() {
    return node.isNull() ? "" : (node.isValueNode() ? node.asString() : node.toString()).strip();
  }
}
