package org.redress.intake.phone;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redress.access.SiteSettings;
import org.redress.intake.Envelope;
import org.redress.intake.Envelope.Format;
import org.redress.intake.Intake;
import org.redress.table.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes files of call notes, CSV with a header line or one JSON object a line. Every good row is
 * received; a bad one goes to the failure desk and into a report beside the rejected file.
 */
@Component("callNotes")
public class CallNotes {

  private static final Logger LOG = LoggerFactory.getLogger(CallNotes.class);
  private static final String CHANNEL = "phone";
  private static final TypeReference<LinkedHashMap<String, Object>> ROW = new TypeReference<>() {};

  private final Intake intake;
  private final JsonMapper json;
  private final Clock clock;
  private final ZoneId zone;

  CallNotes(Intake intake, JsonMapper json, Clock clock, SiteSettings site) {
    this.intake = intake;
    this.json = json;
    this.clock = clock;
    this.zone = site.timeZone();
  }

  /** What became of a file's rows. */
  private record Result(List<Envelope> good, Map<Envelope, String> bad, List<String> mistakes) {}

  /**
   * Receives all rows of a file.
   *
   * @return the folder beside it where the file belongs now: {@code done}, or {@code rejected} when
   *     rows, or the file as a whole, could not be taken
   * @throws IOException when the file cannot be read; it stays where it is and is tried again
   */
  public String take(File file) throws IOException {
    var result = new Result(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
    var bytes = Files.readAllBytes(file.toPath());
    if (file.getName().toLowerCase().endsWith(".jsonl")) {
      readLines(file.getName(), new String(bytes, StandardCharsets.UTF_8), result);
    } else {
      readTable(file.getName(), Table.readCsv(bytes), result);
    }
    if (!result.good().isEmpty()) {
      intake.receive(result.good());
    }
    result.bad().forEach(intake::refuse);
    if (result.mistakes().isEmpty()) {
      return "done";
    }
    LOG.warn(
        "{}: {} rows taken, {} rejected: {}",
        file.getName(),
        result.good().size(),
        result.mistakes().size(),
        String.join(" | ", result.mistakes()));
    report(file.toPath(), result.mistakes());
    return "rejected";
  }

  private void readTable(String file, Table table, Result result) {
    if (table.header().isEmpty()) {
      tell(file, table, result);
      return;
    }
    var missing = CallNote.REQUIRED.stream().filter(c -> !table.header().contains(c)).toList();
    if (!missing.isEmpty()) {
      result
          .mistakes()
          .add(
              "%s:1: the columns %s are missing. The first line names the columns: caller,agent,started,seconds,notes,callback_number,language"
                  .formatted(file, missing));
      return;
    }
    tell(file, table, result);
    table.rows().forEach(row -> read(file, row.line(), new CallNote(row.cells()), result));
  }

  private static void tell(String file, Table table, Result result) {
    table
        .mistakes()
        .forEach(
            m ->
                result
                    .mistakes()
                    .add(
                        "%s:%d: %s. %s".formatted(file, m.line(), m.what().en(), m.remedy().en())));
  }

  private void readLines(String file, String text, Result result) {
    int line = 0;
    for (var object : text.split("\\R", -1)) {
      line++;
      if (object.isBlank()) {
        continue;
      }
      try {
        var cells = new LinkedHashMap<String, String>();
        json.readValue(object, ROW)
            .forEach((k, v) -> cells.put(k, v == null ? "" : v.toString().strip()));
        read(file, line, new CallNote(cells), result);
      } catch (JacksonException e) {
        result
            .mistakes()
            .add(
                "%s:%d: not a JSON object: %s. Write one object a line"
                    .formatted(file, line, e.getOriginalMessage().lines().findFirst().orElse("")));
      }
    }
  }

  private void read(String file, int line, CallNote note, Result result) {
    try {
      var post = note.read(zone);
      var payload = json.writeValueAsBytes(post);
      result
          .good()
          .add(new Envelope(CHANNEL, note.externalId(), Format.JSON, post.receivedAt(), payload));
    } catch (CallNote.Mistake mistake) {
      var reason = "%s:%d: %s".formatted(file, line, mistake.getMessage());
      result.mistakes().add(reason);
      result
          .bad()
          .put(
              new Envelope(
                  CHANNEL,
                  note.externalId(),
                  Format.JSON,
                  clock.instant(),
                  json.writeValueAsBytes(note.cells())),
              reason);
    }
  }

  private static void report(Path file, List<String> mistakes) throws IOException {
    var rejected = file.resolveSibling("rejected");
    Files.createDirectories(rejected);
    Files.write(rejected.resolve(file.getFileName() + ".errors.txt"), mistakes);
  }
}
