package org.redress.fuzz;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.redress.Damage;
import org.redress.intake.call.CallRecords;
import org.redress.intake.phone.CallNotes;
import org.redress.table.Table;
import org.springframework.util.FileSystemUtils;

/** Damaged files of call notes, and of call records of several telephone systems. */
final class CallDoor implements Door {

  private static final Path PUBLISHED = Path.of("../shared/data/phone");
  private static final int LONGEST = 20_000;
  private static final List<String> PIECES =
      List.of(
          ",",
          "\"",
          "\"\"",
          "\n",
          "\r",
          "\"\n",
          ",,,,",
          "\0",
          "\uFEFF",
          "{",
          "}",
          "null",
          "-1",
          "99999999999",
          "9999-12-31 23:59:59",
          "1e9",
          "投诉",
          "\t",
          ";",
          "caller,started,notes\n");

  private final CallNotes notes;
  private final CallRecords records;
  private final Path folder;
  private final List<Path> files = new ArrayList<>();
  private final Damage damage;
  private byte[] last = {};
  private int turn;

  CallDoor(CallNotes notes, CallRecords records, long randomness) throws Exception {
    this.notes = notes;
    this.records = records;
    this.folder = Files.createTempDirectory("calls");
    var seeds = new ArrayList<byte[]>();
    for (var place : List.of(Path.of("samples/phone-logs"), Path.of("samples/calls"), PUBLISHED)) {
      for (var file : in(place)) {
        var bytes = Files.readAllBytes(file);
        if (bytes.length < LONGEST) {
          files.add(file);
          seeds.add(bytes);
        }
      }
    }
    this.damage = new Damage(seeds, PIECES, randomness);
  }

  private static List<Path> in(Path folder) throws Exception {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found.sorted().toList();
    }
  }

  @Override
  public String channels() {
    return "phone";
  }

  @Override
  public Told next() throws Exception {
    int index = turn++ % files.size();
    var file = folder.resolve(turn + "-" + files.get(index).getFileName());
    last = damage.next(index);
    Files.write(file, last);
    var isNote = files.get(index).startsWith("samples/phone-logs");
    var place =
        isNote ? notes.take(file.toFile(), Map.of()) : records.take(file.toFile(), Map.of());
    var report = folder.resolve("rejected").resolve(file.getFileName() + ".errors.txt");
    if (place.equals("rejected") != (Files.exists(report) && Files.size(report) > 0)) {
      throw new AssertionError("%s without a report:\n%s".formatted(place, shown()));
    }
    Files.delete(file);
    Files.deleteIfExists(report);
    return isNote && !isEmpty(last) ? Told.RECEIVED : Told.EMPTY;
  }

  /** Nothing but a first line, so that there is no row to be received. */
  private static boolean isEmpty(byte[] bytes) {
    return Table.text(bytes).lines().filter(line -> !line.isBlank()).count() < 2;
  }

  @Override
  public String shown() {
    return new String(last, 0, Math.min(last.length, 3_000), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws Exception {
    FileSystemUtils.deleteRecursively(folder);
  }
}
