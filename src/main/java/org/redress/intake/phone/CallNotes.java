package org.redress.intake.phone;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Headers;
import org.redress.access.SiteSettings;
import org.redress.intake.Envelope;
import org.redress.intake.Envelope.Format;
import org.redress.intake.Intake;
import org.redress.table.Table;
import org.redress.text.Text;
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

  private static final Text PLACED = new Text("%s:%d: %s", "%s 第 %d 行：%s");
  private static final Text NO_COLUMNS =
      new Text(
          "the columns %s are missing; there are %s. Name them so in the first line, or say in the"
              + " route what the file calls them, as column-caller",
          "缺少列 %s；现有 %s。请在首行这样命名，或在渠道文件中用 column-caller 等说明各列的名称");
  private static final Text NO_OBJECT =
      new Text("not a JSON object: %s. Write one object a line", "不是 JSON 对象：%s。请每行写一个对象");
  private static final Text WHAT_AND_REMEDY = new Text("%s. %s", "%s。%s");

  /** What became of a file's rows: those to receive, and those refused with their reasons. */
  private record Result(Columns columns, List<Envelope> good, Map<Envelope, Text> bad) {}

  /**
   * Receives all rows of a file.
   *
   * @param headers of the message; {@code column-NAME} says what the file calls a column
   * @return the folder beside it where the file belongs now: {@code done}, or {@code rejected} when
   *     rows, or the file as a whole, could not be taken
   * @throws IOException when the file cannot be read; it stays where it is and is tried again
   */
  public String take(@Body File file, @Headers Map<String, Object> headers) throws IOException {
    var result = new Result(Columns.of(headers), new ArrayList<>(), new LinkedHashMap<>());
    var bytes = Files.readAllBytes(file.toPath());
    if (file.getName().toLowerCase(Locale.ROOT).endsWith(".jsonl")) {
      readLines(file.getName(), Table.text(bytes), result);
    } else {
      readTable(file.getName(), bytes, result);
    }
    if (!result.good().isEmpty()) {
      intake.receive(result.good());
    }
    if (!result.bad().isEmpty()) {
      intake.refuse(result.bad());
    }
    var mistakes = result.bad().values().stream().map(Text::en).toList();
    return FileReport.write(file.toPath(), result.good().size(), mistakes);
  }

  private void readTable(String file, byte[] bytes, Result result) {
    var table = Table.readCsv(bytes);
    var lines = new String(bytes, table.charset()).split("\\R", -1);
    for (var mistake : table.mistakes()) {
      var line = Math.min(Math.max(mistake.line(), 1), lines.length);
      var reason = WHAT_AND_REMEDY.formatted(mistake.what(), mistake.remedy());
      refuse(file, mistake.line(), reason, lines[line - 1], result);
    }
    if (table.header().isEmpty()) {
      return;
    }
    var missing = result.columns().missing(CallNote.REQUIRED, table.header());
    if (!missing.isEmpty()) {
      refuse(file, 1, NO_COLUMNS.formatted(missing, table.header()), lines[0], result);
      return;
    }
    table
        .rows()
        .forEach(
            row -> read(file, row.line(), new CallNote(row.cells(), result.columns()), result));
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
        read(file, line, new CallNote(cells, result.columns()), result);
      } catch (JacksonException e) {
        var why = e.getOriginalMessage().lines().findFirst().orElse("");
        refuse(file, line, NO_OBJECT.formatted(why), object, result);
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
      result
          .bad()
          .put(
              refused(note.externalId(), note.draft()),
              PLACED.formatted(file, line, mistake.reason()));
    }
  }

  /** A line that is no row: it waits as it is, for somebody to write what the customer said. */
  private void refuse(String file, int line, Text reason, String raw, Result result) {
    var cells = new LinkedHashMap<String, String>();
    cells.put("file", file);
    cells.put("line", String.valueOf(line));
    cells.put("raw", raw);
    var note = new CallNote(cells, result.columns());
    var draft = new LinkedHashMap<String, Object>();
    draft.put("text", "");
    draft.put("row", cells);
    result.bad().put(refused(note.externalId(), draft), PLACED.formatted(file, line, reason));
  }

  private Envelope refused(String externalId, Map<String, Object> draft) {
    return new Envelope(
        CHANNEL, externalId, Format.JSON, clock.instant(), json.writeValueAsBytes(draft));
  }
}
