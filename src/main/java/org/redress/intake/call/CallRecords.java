package org.redress.intake.call;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Headers;
import org.redress.intake.call.CallRecord.Mistake;
import org.redress.intake.phone.Columns;
import org.redress.intake.phone.FileReport;
import org.redress.table.Table;
import org.springframework.stereotype.Component;

/** Takes call records, as files or posted one by one. A bad row keeps none of the others back. */
@Component("callRecords")
public class CallRecords {

  private final CallTables tables;
  private final FreeSwitchCall freeSwitch;
  private final CallBook calls;

  CallRecords(CallTables tables, FreeSwitchCall freeSwitch, CallBook calls) {
    this.tables = tables;
    this.freeSwitch = freeSwitch;
    this.calls = calls;
  }

  /**
   * Keeps all calls of a file, of whichever system.
   *
   * @param headers of the message; {@code column-NAME} says what the file calls a column
   * @return the folder beside it where the file belongs now: {@code done} or {@code rejected}
   * @throws IOException when the file cannot be read; it stays where it is and is tried again
   */
  public String take(@Body File file, @Headers Map<String, Object> headers) throws IOException {
    var name = file.getName();
    var bytes = Files.readAllBytes(file.toPath());
    var found =
        name.toLowerCase(Locale.ROOT).endsWith(".json")
            ? one(name, bytes)
            : tables.read(name, bytes, Columns.of(headers));
    calls.keep(found.calls());
    return FileReport.write(file.toPath(), found.calls().size(), found.mistakes());
  }

  private CallTables.Found one(String name, byte[] bytes) {
    var found = CallTables.Found.nothing();
    try {
      found.calls().add(freeSwitch.read(Table.text(bytes)));
    } catch (Mistake mistake) {
      found.mistakes().add("%s:1: %s".formatted(name, mistake.getMessage()));
    }
    return found;
  }

  /**
   * Keeps one call that FreeSWITCH posted.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public void post(String json) {
    try {
      calls.keep(List.of(freeSwitch.read(json)));
    } catch (Mistake mistake) {
      throw new IllegalArgumentException(mistake.getMessage(), mistake);
    }
  }
}
