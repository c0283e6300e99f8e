package org.redress.desk.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.redress.decision.file.RuleFiles;

/** Reads a rule book that somebody packed into a zip, with or without a folder around it. */
final class ZippedRules {

  private static final int MOST_FILES = 1000;
  private static final int MOST_BYTES = 50 << 20;
  private static final String QUESTIONS = "questions.yml";

  /** Chinese systems write the names of files so. */
  private static final Charset GB18030 = Charset.forName("GB18030");

  private ZippedRules() {}

  /** A zip that holds no rule book. */
  static final class Unusable extends Exception {

    private final String message;

    private Unusable(String message) {
      super(message);
      this.message = message;
    }

    /** The key of what to tell the person. */
    String message() {
      return message;
    }
  }

  static RuleFiles read(byte[] zip) throws Unusable {
    var entries = entries(zip);
    if (entries.isEmpty()) {
      throw new Unusable("rules.upload.no_zip");
    }
    var top =
        entries.keySet().stream()
            .filter(path -> path.equals(QUESTIONS) || path.endsWith("/" + QUESTIONS))
            .min((a, b) -> a.length() - b.length())
            .map(path -> path.substring(0, path.length() - QUESTIONS.length()))
            .orElseThrow(() -> new Unusable("rules.upload.no_questions"));
    var files = new TreeMap<String, byte[]>();
    entries.forEach(
        (path, content) -> {
          if (path.startsWith(top) && belongs(path.substring(top.length()))) {
            files.put(path.substring(top.length()), content);
          }
        });
    return new RuleFiles(files);
  }

  private static boolean belongs(String path) {
    return RuleFiles.belongs(path) && path.matches("[^/]+(/[^/]+)?") && !path.contains("..");
  }

  private static TreeMap<String, byte[]> entries(byte[] zip) throws Unusable {
    try {
      return entries(zip, StandardCharsets.UTF_8);
    } catch (IOException | IllegalArgumentException otherNames) {
      try {
        return entries(zip, GB18030);
      } catch (IOException | IllegalArgumentException unreadable) {
        throw new Unusable("rules.upload.no_zip");
      }
    }
  }

  private static TreeMap<String, byte[]> entries(byte[] zip, Charset names)
      throws IOException, Unusable {
    var entries = new TreeMap<String, byte[]>();
    int left = MOST_BYTES;
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip), names)) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.isDirectory()) {
          var content = in.readNBytes(left + 1);
          left -= content.length;
          if (left < 0 || entries.size() == MOST_FILES) {
            throw new Unusable("rules.upload.too_large");
          }
          entries.put(entry.getName().replace('\\', '/'), content);
        }
      }
    }
    return entries;
  }
}
