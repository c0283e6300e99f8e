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
import java.util.Locale;
import java.util.Map;
import org.redress.access.SiteSettings;
import org.redress.intake.Envelope;
import org.redress.intake.Envelope.Format;
import org.redress.intake.Intake;
import org.redress.table.Table;
import org.redress.text.Text;
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
  private static final int MOST_LOGGED = 5;
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
          "the columns %s are missing. The first line names the columns:"
              + " caller,agent,started,seconds,notes,callback_number,language",
          "缺少列 %s。首行应为列名：caller,agent,started,seconds,notes,callback_number,language");
  private static final Text NO_OBJECT =
      new Text("not a JSON object: %s. Write one object a line", "不是 JSON 对象：%s。请每行写一个对象");
  private static final Text WHAT_AND_REMEDY = new Text("%s. %s", "%s。%s");

  /** What became of a file's rows: those to receive, and those refused with their reasons. */
  private record Result(List<Envelope> good, Map<Envelope, Text> bad) {}

  /**
   * Receives all rows of a file.
   *
   * @return the folder beside it where the file belongs now: {@code done}, or {@code rejected} when
   *     rows, or the file as a whole, could not be taken
   * @throws IOException when the file cannot be read; it stays where it is and is tried again
   */
  public String take(File file) throws IOException {
    var result = new Result(new ArrayList<>(), new LinkedHashMap<>());
    var bytes = Files.readAllBytes(file.toPath());
    if (file.getName().toLowerCase(Locale.ROOT).endsWith(".jsonl")) {
      readLines(file.getName(), new String(bytes, StandardCharsets.UTF_8), result);
    } else {
      readTable(file.getName(), bytes, result);
    }
    if (!result.good().isEmpty()) {
      intake.receive(result.good());
    }
    result.bad().forEach(intake::refuse);
    if (result.bad().isEmpty()) {
      return "done";
    }
    var mistakes = result.bad().values().stream().map(Text::en).toList();
    LOG.warn(
        "{}: {} rows taken, {} rejected: {}",
        file.getName(),
        result.good().size(),
        mistakes.size(),
        String.join(" | ", mistakes.subList(0, Math.min(MOST_LOGGED, mistakes.size()))));
    report(file.toPath(), mistakes);
    return "rejected";
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
    var missing = CallNote.REQUIRED.stream().filter(c -> !table.header().contains(c)).toList();
    if (!missing.isEmpty()) {
      refuse(file, 1, NO_COLUMNS.formatted(missing), lines[0], result);
      return;
    }
    table.rows().forEach(row -> read(file, row.line(), new CallNote(row.cells()), result));
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
    var note = new CallNote(cells);
    var draft = new LinkedHashMap<String, Object>();
    draft.put("text", "");
    draft.put("row", cells);
    result.bad().put(refused(note.externalId(), draft), PLACED.formatted(file, line, reason));
  }

  private Envelope refused(String externalId, Map<String, Object> draft) {
    return new Envelope(
        CHANNEL, externalId, Format.JSON, clock.instant(), json.writeValueAsBytes(draft));
  }

  private static void report(Path file, List<String> mistakes) throws IOException {
    var rejected = file.resolveSibling("rejected");
    Files.createDirectories(rejected);
    Files.write(rejected.resolve(file.getFileName() + ".errors.txt"), mistakes);
  }
}
