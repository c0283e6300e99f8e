package org.redress.decision.difference;

import com.github.difflib.DiffUtils;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.decision.difference.Merging.Conflict;

/** Brings two people's changes of one text together, line by line. */
final class TextMerge {

  private final String path;
  private final Choices choices;

  TextMerge(String path, Choices choices) {
    this.path = path;
    this.choices = choices;
  }

  /** Lines that take the place of those from {@code from} to before {@code until}. */
  private record Edit(int from, int until, List<String> lines) {

    boolean meets(int start, int end) {
      return from < end && start < until || from == start && until == end;
    }
  }

  byte[] merge(byte @Nullable [] base, byte[] mine, byte[] theirs) {
    var before = lines(base);
    var first = edits(before, lines(mine));
    var second = edits(before, lines(theirs));
    var merged = new ArrayList<String>();
    int line = 0;
    for (var start = next(first, second, line); start != null; start = next(first, second, line)) {
      int from = start.from();
      int until = start.until();
      for (int grown = -1; grown != until; ) {
        grown = until;
        until = Math.max(end(first, from, until), end(second, from, until));
      }
      merged.addAll(before.subList(line, from));
      merged.addAll(
          picked(
              new Place(from, before.subList(from, until)),
              taken(first, before, from, until),
              taken(second, before, from, until)));
      line = until;
    }
    merged.addAll(before.subList(line, before.size()));
    return (String.join("\n", merged) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private record Place(int from, List<String> lines) {}

  /** The edit that begins next; those that were dealt with are gone from the lists. */
  private static @Nullable Edit next(List<Edit> first, List<Edit> second, int line) {
    return Stream.concat(first.stream(), second.stream())
        .filter(edit -> edit.from() >= line)
        .min(Comparator.comparing(Edit::from).thenComparing(Edit::until))
        .orElse(null);
  }

  private static int end(List<Edit> edits, int from, int until) {
    return edits.stream()
        .filter(edit -> edit.meets(from, until))
        .mapToInt(Edit::until)
        .max()
        .orElse(until);
  }

  /** What one of the two made of some lines; the edits used are taken off the list. */
  private static List<String> taken(List<Edit> edits, List<String> base, int from, int until) {
    var lines = new ArrayList<String>();
    int line = from;
    for (var edit : edits.stream().filter(e -> e.meets(from, until)).toList()) {
      lines.addAll(base.subList(line, edit.from()));
      lines.addAll(edit.lines());
      line = edit.until();
      edits.remove(edit);
    }
    lines.addAll(base.subList(line, until));
    return lines;
  }

  /** Where both only added lines, both are kept. */
  private List<String> picked(Place place, List<String> mine, List<String> theirs) {
    var base = place.lines();
    if (base.isEmpty() && !mine.isEmpty() && !theirs.isEmpty() && !mine.equals(theirs)) {
      return Stream.concat(theirs.stream(), mine.stream()).toList();
    }
    var line = String.valueOf(place.from() + 1);
    var both = new Conflict(path, line, "", joined(mine), joined(theirs));
    var picked = String.valueOf(choices.pick(joined(base), both));
    return picked.equals(joined(mine)) ? mine : theirs;
  }

  private static String joined(List<String> lines) {
    return String.join("\n", lines);
  }

  private static List<Edit> edits(List<String> base, List<String> changed) {
    var edits = new ArrayList<Edit>();
    for (var delta : DiffUtils.diff(base, changed).getDeltas()) {
      var gone = delta.getSource();
      edits.add(
          new Edit(
              gone.getPosition(),
              gone.getPosition() + gone.getLines().size(),
              delta.getTarget().getLines()));
    }
    return edits;
  }

  private static List<String> lines(byte @Nullable [] content) {
    return content == null
        ? List.of()
        : new String(content, StandardCharsets.UTF_8).lines().toList();
  }
}
