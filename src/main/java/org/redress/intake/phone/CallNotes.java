package org.redress.intake.phone;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Headers;
import org.redress.access.SiteSettings;
import org.redress.intake.Envelope;
import org.redress.intake.Envelope.Format;
import org.redress.intake.Intake;
import org.redress.table.Table;
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
  private record Result(
      Columns columns, List<Envelope> good, Map<Envelope, String> bad, List<String> mistakes) {}

  /**
   * Receives all rows of a file.
   *
   * @param headers of the message; {@code column-NAME} says what the file calls a column
   * @return the folder beside it where the file belongs now: {@code done}, or {@code rejected} when
   *     rows, or the file as a whole, could not be taken
   * @throws IOException when the file cannot be read; it stays where it is and is tried again
   */
  public String take(@Body File file, @Headers Map<String, Object> headers) throws IOException {
    var columns = Columns.of(headers);
    var result = new Result(columns, new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
    var bytes = Files.readAllBytes(file.toPath());
    if (file.getName().toLowerCase().endsWith(".jsonl")) {
      readLines(file.getName(), bytes, result);
    } else {
      readTable(file.getName(), Table.readCsv(bytes), result);
    }
    if (!result.good().isEmpty()) {
      intake.receive(result.good());
    }
    result.bad().forEach(intake::refuse);
    return FileReport.write(file.toPath(), result.good().size(), result.mistakes());
  }

  private void readTable(String file, Table table, Result result) {
    if (table.header().isEmpty()) {
      tell(file, table, result);
      return;
    }
    var missing = result.columns().missing(CallNote.REQUIRED, table.header());
    if (!missing.isEmpty()) {
      result
          .mistakes()
          .add(
              "%s:1: the columns %s are missing; there are %s. Name them so in the first line, or say in the route what the file calls them, as column-caller"
                  .formatted(file, missing, table.header()));
      return;
    }
    tell(file, table, result);
    table
        .rows()
        .forEach(
            row -> read(file, row.line(), new CallNote(row.cells(), result.columns()), result));
  }

  private static void tell(String file, Table table, Result result) {
    table.mistakes().forEach(mistake -> result.mistakes().add(Columns.report(file, mistake)));
  }

  private void readLines(String file, byte[] bytes, Result result) {
    int line = 0;
    for (var object : Table.text(bytes).split("\\R", -1)) {
      line++;
      if (object.isBlank()) {
        continue;
      }
      try {
        var cells = new LinkedHashMap<String, String>();
        json.readValue(object, ROW)
            .forEach((k, v) -> cells.put(k, v == null ? "" : v.toString().strip()));
        read(file, line, new CallNote(cells, result.columns()), result);
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
}
