package org.redress.decision.difference;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.decision.difference.FileChange.Kind;
import org.redress.decision.difference.FileChange.LineChange;
import org.redress.decision.file.RuleFiles;

/** Compares two rule books file by file: tables by rows and cells, other files by lines. */
public final class Difference {

  private Difference() {}

  /** The files that differ, in the order of their paths. */
  public static List<FileChange> between(RuleFiles before, RuleFiles after) {
    var paths = new TreeSet<>(before.byPath().keySet());
    paths.addAll(after.byPath().keySet());
    return paths.stream()
        .filter(path -> !Arrays.equals(before.content(path), after.content(path)))
        .map(path -> change(path, before.content(path), after.content(path)))
        .toList();
  }

  private static FileChange change(String path, byte @Nullable [] before, byte @Nullable [] after) {
    var kind = before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED;
    if (Rows.isTable(path)) {
      return TableDifference.of(path, kind, Rows.read(path, before), Rows.read(path, after));
    }
    return new FileChange(path, kind, List.of(), List.of(), lines(before, after));
  }

  private static List<LineChange> lines(byte @Nullable [] before, byte @Nullable [] after) {
    var changes = new ArrayList<LineChange>();
    for (var delta : DiffUtils.diff(lines(before), lines(after)).getDeltas()) {
      changes.addAll(lines(delta));
    }
    return changes;
  }

  private static List<LineChange> lines(AbstractDelta<String> delta) {
    var gone = delta.getSource();
    var come = delta.getTarget();
    var changes = new ArrayList<LineChange>();
    for (int i = 0; i < gone.size(); i++) {
      var line = gone.getPosition() + i + 1;
      changes.add(new LineChange(Kind.REMOVED, line, gone.getLines().get(i)));
    }
    for (int i = 0; i < come.size(); i++) {
      var line = come.getPosition() + i + 1;
      changes.add(new LineChange(Kind.ADDED, line, come.getLines().get(i)));
    }
    return changes;
  }

  private static List<String> lines(byte @Nullable [] content) {
    return Stream.ofNullable(content)
        .map(bytes -> new String(Objects.requireNonNull(bytes), StandardCharsets.UTF_8))
        .flatMap(String::lines)
        .toList();
  }
}
