package org.redress.intake.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.AtTheDesk;
import org.redress.TestService;
import org.redress.intake.phone.CallNotes;
import org.springframework.beans.factory.annotation.Autowired;

/** Notes of calls, in files as other programs write them. */
@TestService
class CallNotesTest extends AtTheDesk {

  private static final Duration SECONDS = Duration.ofSeconds(20);

  @Autowired private CallNotes notes;
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"GBK", "UTF-8", "UTF-16", "UTF-16LE"})
  void callNotesMayNameTheirColumnsAndUseAnyUsualEncoding(String charset) throws Exception {
    var word = "note" + UUID.randomUUID().toString().substring(0, 8);
    var text = "来电号码,时间,内容\n13800138000,2026-11-20 10:15:00,快递迟到三天没人处理 %s\n".formatted(word);
    var file = Files.write(folder.resolve("notes.csv"), text.getBytes(Charset.forName(charset)));
    var went =
        notes.take(
            file.toFile(),
            Map.of("column-caller", "来电号码", "column-started", "时间", "column-notes", "内容"));
    assertThat(went).isEqualTo("done");
    await().atMost(SECONDS).until(() -> !door.tickets(word).isEmpty());
    assertThat(door.tickets(word).get(0).get("language").asString()).isEqualTo("zh");
  }

  @Test
  void aMissingColumnIsCalledAsTheFileShouldCallIt() throws Exception {
    var file = Files.writeString(folder.resolve("n.csv"), "号码,started,notes\n1,2,3\n");
    notes.take(file.toFile(), Map.of("column-caller", "来电号码"));
    assertThat(
            Files.readString(folder.resolve("rejected/n.csv.errors.txt"), StandardCharsets.UTF_8))
        .contains("n.csv:1: the columns [来电号码] are missing; there are [号码, started, notes]");
  }
}
