package org.redress.decision.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of one rule book as they are on disk: {@code questions.yml} and one folder for each
 * question and for the vocabulary. Notes for people, hidden files and the lock files of spreadsheet
 * programs do not belong to it.
 *
 * @param byPath content by path below the rule book's folder, with {@code /} between folder and
 *     name
 */
public record RuleFiles(SortedMap<String, byte[]> byPath) {

  /** The file that lists the questions. */
  public static final String QUESTIONS = "questions.yml";

  private static final int DEPTH = 2;
  private static final int VERSION_LENGTH = 12;

  /**
   * Reads a folder.
   *
   * @throws UncheckedIOException when it cannot be read
   */
  public static RuleFiles in(Path folder) {
    var byPath = new TreeMap<String, byte[]>();
    if (!Files.isDirectory(folder)) {
      return new RuleFiles(byPath);
    }
    try (Stream<Path> all = Files.walk(folder, DEPTH)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        var path = folder.relativize(file).toString().replace('\\', '/');
        if (belongs(path)) {
          byPath.put(path, Files.readAllBytes(file));
        }
      }
      return new RuleFiles(byPath);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder.toAbsolutePath(), e);
    }
  }

  /** Whether a file of this path is part of a rule book. */
  public static boolean belongs(String path) {
    var name = path.substring(path.lastIndexOf('/') + 1);
    var hidden = name.startsWith(".") || name.startsWith("~") || name.endsWith("~");
    var note = name.endsWith(".md");
    return !hidden && !note && (path.contains("/") || path.equals(QUESTIONS));
  }

  /** Names the content: the same files have the same version. */
  public String version() {
    var digest = sha256();
    byPath.forEach(
        (path, content) -> {
          digest.update(path.getBytes(StandardCharsets.UTF_8));
          digest.update(content);
        });
    return name(digest.digest());
  }

  /**
   * Names what one file says, so that whoever changes it notices what somebody else wrote
   * meanwhile; {@code none} where there is no file.
   */
  public static String tag(byte @Nullable [] content) {
    return content == null ? "none" : name(sha256().digest(content));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String name(byte[] digest) {
    return HexFormat.of().formatHex(digest).substring(0, VERSION_LENGTH);
  }

  /** The content of a file; none when there is no such file. */
  public byte @Nullable [] content(String path) {
    return byPath.get(path);
  }

  /** The paths of the files in a folder, in the order of their names. */
  public List<String> in(String folder) {
    return byPath.keySet().stream().filter(path -> path.startsWith(folder + "/")).toList();
  }

  /** The content of the files in a folder, by their paths. */
  SortedMap<String, byte[]> contentOf(String folder) {
    return byPath.subMap(folder + "/", folder + "0"); // 0 is the character behind /
  }

  /** The same files but one, which is added, replaced, or removed when there is no content. */
  public RuleFiles with(String path, byte @Nullable [] content) {
    var changed = new TreeMap<>(byPath);
    if (content == null) {
      changed.remove(path);
    } else {
      changed.put(path, content);
    }
    return new RuleFiles(changed);
  }
}
