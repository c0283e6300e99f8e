package org.redress.intake.message;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where something stands in a message, written as files are: {@code text/body} from the complaint's
 * own place, {@code ../../contacts/0/name} two levels up from it, {@code /entry/*} each entry from
 * the top.
 */
record Path(boolean fromTop, List<String> steps) {

  static Path of(String written) {
    var path = written.strip();
    return new Path(
        path.startsWith("/"),
        Arrays.stream(path.split("/")).filter(step -> !step.isEmpty()).toList());
  }

  /** All places this path leads to, in order. */
  List<Spot> from(Spot start) {
    var here = Stream.of(fromTop ? start.top() : start);
    for (var step : steps) {
      here = here.flatMap(spot -> spot.step(step));
    }
    return here.toList();
  }

  /** The text at the first such place; empty when there is none. */
  String text(Spot start) {
    return from(start).stream().map(Spot::text).findFirst().orElse("");
  }
}
