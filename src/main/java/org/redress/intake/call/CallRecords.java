package org.redress.intake.call;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Headers;
import org.redress.intake.call.CallRecord.Mistake;
import org.redress.intake.figures.ChannelTally;
import org.redress.intake.figures.Outcome;
import org.redress.intake.phone.Columns;
import org.redress.intake.phone.FileReport;
import org.redress.table.Table;
import org.springframework.stereotype.Component;

/** Takes call records, as files or posted one by one. A bad row keeps none of the others back. */
@Component("callRecords")
public class CallRecords {

  private static final String CHANNEL = "calls";

  private final CallTables tables;
  private final FreeSwitchCall freeSwitch;
  private final CallBook calls;
  private final ChannelTally tally;

  CallRecords(CallTables tables, FreeSwitchCall freeSwitch, CallBook calls, ChannelTally tally) {
    this.tally = tally;
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
    keep(found.calls());
    tally.count(Collections.nCopies(found.mistakes().size(), CHANNEL), Outcome.REFUSED);
    return FileReport.write(file.toPath(), found.calls().size(), found.mistakes());
  }

  private void keep(List<CallRecord> found) {
    int kept = calls.keep(found);
    tally.count(Collections.nCopies(kept, CHANNEL), Outcome.RECEIVED);
    tally.count(Collections.nCopies(found.size() - kept, CHANNEL), Outcome.DUPLICATE);
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
      keep(List.of(freeSwitch.read(json)));
    } catch (Mistake mistake) {
      throw new IllegalArgumentException(mistake.getMessage(), mistake);
    }
  }
}
