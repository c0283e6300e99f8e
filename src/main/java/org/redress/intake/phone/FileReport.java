package org.redress.intake.phone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says where a file of rows belongs now, and beside a rejected one what was wrong with it. */
public final class FileReport {

  private static final Logger LOG = LoggerFactory.getLogger(FileReport.class);
  private static final String DONE = "done";
  private static final String REJECTED = "rejected";
  private static final int MOST_LOGGED = 5;

  private FileReport() {}

  /**
   * Writes the report of a file that was not taken whole.
   *
   * @return {@code done} or {@code rejected}
   */
  public static String write(Path file, int taken, List<String> mistakes) throws IOException {
    if (mistakes.isEmpty()) {
      return DONE;
    }
    LOG.warn(
        "{}: {} rows taken, {} rejected: {}",
        file.getFileName(),
        taken,
        mistakes.size(),
        String.join(" | ", mistakes.subList(0, Math.min(MOST_LOGGED, mistakes.size()))));
    var folder = file.resolveSibling(REJECTED);
    Files.createDirectories(folder);
    // As bytes, because a torn character of the file must not keep its report from being written.
    var report = String.join("\n", mistakes) + "\n";
    Files.write(
        folder.resolve(file.getFileName() + ".errors.txt"),
        report.getBytes(StandardCharsets.UTF_8));
    return REJECTED;
  }
}
