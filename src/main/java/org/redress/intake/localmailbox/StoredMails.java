package org.redress.intake.localmailbox;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Mails as files {@code ID.eml} in one folder, each wholly on disk before its caller goes on. */
final class StoredMails {

  private static final String SUFFIX = ".eml";

  private final Path folder;

  /** Makes the folder when it is missing and clears away what a crash left half written. */
  StoredMails(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
    try (var unfinished = Files.newDirectoryStream(folder, "*.tmp")) {
      for (var file : unfinished) {
        Files.delete(file);
      }
    }
  }

  /** Returns when the mail would survive a power cut. */
  void store(String id, byte[] bytes) throws IOException {
    var written = folder.resolve(id + ".tmp");
    try (var channel =
        FileChannel.open(written, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      var buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    Files.move(written, folder.resolve(id + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
    syncFolder();
  }

  /** Makes the new name itself durable; Windows cannot open a folder and journals the name. */
  private void syncFolder() throws IOException {
    if (File.separatorChar == '/') {
      try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** The ids of all mails, in the order of their names. */
  List<String> ids() throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .sorted()
          .toList();
    }
  }

  byte[] read(String id) throws IOException {
    return Files.readAllBytes(folder.resolve(id + SUFFIX));
  }

  void delete(String id) throws IOException {
    Files.deleteIfExists(folder.resolve(id + SUFFIX));
  }
}
