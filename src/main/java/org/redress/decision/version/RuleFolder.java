package org.redress.decision.version;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import org.redress.decision.DecisionSettings;
import org.redress.decision.file.RuleFiles;
import org.springframework.stereotype.Component;

/**
 * The working copy of the rule book in force, for people who edit files. A note beside the data
 * tells which version the service last left or took up there: as long as the files are that version
 * nobody has edited them.
 */
@Component
class RuleFolder {

  private final Path folder;
  private final Path note;
  private volatile Optional<Inspection> unused = Optional.empty();

  RuleFolder(DecisionSettings settings) {
    this.folder = settings.folder();
    this.note = settings.folderNote();
  }

  RuleFiles read() {
    return RuleFiles.in(folder);
  }

  /** What keeps the files here from being used; none when they are in force. */
  Optional<Inspection> unused() {
    return unused;
  }

  void unused(Optional<Inspection> why) {
    unused = why;
  }

  /** The version last left or taken up here; none at the first start. */
  Optional<String> noted() {
    try {
      return Files.exists(note) ? Optional.of(Files.readString(note).strip()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + note, e);
    }
  }

  void note(String version) {
    try {
      Files.createDirectories(note.toAbsolutePath().getParent());
      write(note, version.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + note, e);
    }
  }

  /** Makes the folder hold exactly these files; only what differs is touched. */
  void leave(RuleFiles files) {
    var present = read();
    try {
      for (var file : files.byPath().entrySet()) {
        if (!Arrays.equals(file.getValue(), present.content(file.getKey()))) {
          var path = folder.resolve(file.getKey());
          Files.createDirectories(path.getParent());
          write(path, file.getValue());
        }
      }
      for (var path : present.byPath().keySet()) {
        if (files.content(path) == null) {
          Files.delete(folder.resolve(path));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the rule book to " + folder, e);
    }
    note(files.version());
  }

  /** Whoever reads the file sees the old or the new content, never a half of it. */
  private static void write(Path file, byte[] content) throws IOException {
    var fresh = file.resolveSibling("." + file.getFileName() + ".new");
    Files.write(fresh, content);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
