package org.redress.decision.difference;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.redress.decision.file.RuleFiles;

/**
 * Brings together what two people made of the same rule book: tables cell by cell, other files by
 * lines. Where both changed the same place, the first one's stays unless the second's is chosen.
 */
public final class Merging {

  private final Choices choices;
  private final RuleFiles base;
  private final RuleFiles mine;
  private final RuleFiles theirs;

  private Merging(RuleFiles base, RuleFiles mine, RuleFiles theirs, Choices choices) {
    this.base = base;
    this.mine = mine;
    this.theirs = theirs;
    this.choices = choices;
  }

  /** Both people's files in one, and every place that both changed. */
  public record Merged(RuleFiles files, List<Conflict> conflicts) {}

  /**
   * A place that both changed, each in another way.
   *
   * @param place the name of a table's row, or the line of another file; empty for a whole file
   * @param column of a table; empty for a whole row
   * @param mine what the first made of it; none when it was removed
   * @param theirs what the second made of it; none when it was removed
   */
  public record Conflict(
      String path, String place, String column, @Nullable String mine, @Nullable String theirs) {

    /** Names the place, to choose by. */
    public String key() {
      return path + " " + place + " " + column;
    }
  }

  /**
   * Brings two states together.
   *
   * @param base what both began from
   * @param chosen the keys of conflicts in which the second one's shall stay
   */
  public static Merged merge(RuleFiles base, RuleFiles mine, RuleFiles theirs, Set<String> chosen) {
    return new Merging(base, mine, theirs, new Choices(chosen)).merge();
  }

  private Merged merge() {
    var paths = new TreeSet<>(mine.byPath().keySet());
    paths.addAll(theirs.byPath().keySet());
    var merged = new TreeMap<String, byte[]>();
    for (var path : paths) {
      var content = content(path);
      if (content != null) {
        merged.put(path, content);
      }
    }
    return new Merged(new RuleFiles(merged), choices.conflicts());
  }

  private byte @Nullable [] content(String path) {
    var before = base.content(path);
    var first = mine.content(path);
    var second = theirs.content(path);
    if (Arrays.equals(first, second) || Arrays.equals(second, before)) {
      return first;
    }
    if (Arrays.equals(first, before)) {
      return second;
    }
    if (first == null || second == null) {
      return choices.takesTheirs(new Conflict(path, "", "", text(first), text(second)))
          ? second
          : first;
    }
    return TableMerge.of(path, before, first, second, choices)
        .orElseGet(() -> new TextMerge(path, choices).merge(before, first, second));
  }

  private static @Nullable String text(byte @Nullable [] content) {
    return content == null ? null : new String(content, StandardCharsets.UTF_8);
  }
}
