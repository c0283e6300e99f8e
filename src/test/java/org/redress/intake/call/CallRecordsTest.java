package org.redress.intake.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.AtTheDesk;
import org.redress.CareDesk;
import org.redress.TestService;
import org.redress.intake.phone.CallNotes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records of telephone systems, from their files to the ticket. */
@TestService
class CallRecordsTest extends AtTheDesk {

  private static final Duration SECONDS = Duration.ofSeconds(20);
  private static final Path DATA = Path.of("../shared/data/phone");

  @Autowired private JdbcClient jdbc;
  @Autowired private CallRecords records;
  @Autowired private CallNotes notes;
  @TempDir private Path folder;

  private static String number() {
    return "+4420%08d".formatted(UUID.randomUUID().getLeastSignificantBits() & 0x3FFFFFF);
  }

  private static String master(String number, Instant start, String recording) {
    var time = start.toString().substring(0, 19).replace('T', ' ') + "Z";
    return "\"\",\"%s\",\"1000\",\"in\",\"\",\"PJSIP/a\",\"\",\"Queue\",\"\",\"%s\",\"%s\",\"%s\",73,65,\"ANSWERED\",\"DOC\",\"%s\",\"%s\"\n"
        .formatted(number, time, time, time, UUID.randomUUID(), recording);
  }

  private void drop(String name, String content) throws Exception {
    var calls = Path.of(settings.getProperty("redress.calls.folder"));
    Files.createDirectories(calls);
    var hidden = Files.writeString(calls.resolve("." + name), content);
    Files.move(hidden, calls.resolve(name));
    await()
        .atMost(SECONDS)
        .until(
            () ->
                Files.exists(calls.resolve("done/" + name))
                    || Files.exists(calls.resolve("rejected/" + name)));
  }

  /** What the channel says of rows it could not take. */
  private int notTaken() throws Exception {
    return door.get("/api/v1/channels")
        .get("channels")
        .valueStream()
        .filter(channel -> channel.get("channel").asString().equals("calls"))
        .mapToInt(channel -> channel.get("today").get("refused").asInt())
        .sum();
  }

  private int kept(String number) {
    return jdbc.sql("select count(*) from call_record where caller = :number")
        .param("number", number)
        .query(Integer.class)
        .single();
  }

  @Test
  void aCallIsShownOnTheTicketOfWhoCalled() throws Exception {
    var email = CareDesk.someone();
    var number = desk.complain("The parcel is late.", email);
    var phone = CareDesk.phoneOf(email);
    var now = Instant.now();
    drop(
        UUID.randomUUID() + ".csv",
        master(phone, now.minusSeconds(600), "https://rec.example.com/a b.mp3".replace(" ", "%20"))
            + master(phone.replace("+", "00"), now.minusSeconds(60), "javascript://x%0aalert(1)")
            + master(phone, now.minusSeconds(3 * 24 * 3600), ""));
    var page = manager().open("/tickets/" + number + "?lang=en").body();
    assertThat(page).contains("Calls", "Answered", "1:05", phone + " → 1000");
    assertThat(page).contains("href=\"https://rec.example.com/a%20b.mp3\"", "rel=\"noopener");
    assertThat(page).doesNotContain("href=\"javascript").contains("Recording: javascript:");
    assertThat(page.split("class=\"word word-green\">Answered", -1)).hasSize(3);
  }

  @Test
  void aCallIsShownWhenItsNoteComesDaysLater() throws Exception {
    var number = number();
    var then = Instant.now().minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
    drop(UUID.randomUUID() + ".csv", master(number, then, "https://rec.example.com/x.mp3"));
    var word = "note" + UUID.randomUUID().toString().substring(0, 8);
    door.phoneLog(
        word + ".csv",
        "caller,started,notes,callback_number\nAnn,%s,The parcel is late %s,%s\n"
            .formatted(then.plusSeconds(20), word, number)
            .getBytes(UTF_8));
    await().atMost(SECONDS).until(() -> !door.tickets(word).isEmpty());
    var ticket = door.tickets(word).get(0).get("number").asString();
    assertThat(manager().open("/tickets/" + ticket + "?lang=en").body())
        .contains("Calls", "1:05", "https://rec.example.com/x.mp3");
  }

  @Test
  void theSameFileTwiceKeepsACallOnce() throws Exception {
    var number = number();
    var file = master(number, Instant.now(), "");
    drop(UUID.randomUUID() + ".csv", file);
    drop(UUID.randomUUID() + ".csv", file);
    assertThat(kept(number)).isEqualTo(1);
  }

  @Test
  void aBadRowIsNamedAndTheOthersAreKept() throws Exception {
    var before = notTaken();
    var number = number();
    var name = UUID.randomUUID() + ".csv";
    drop(
        name,
        master(number, Instant.now(), "")
            + master(number, Instant.now(), "").replaceAll("20\\d\\d-", "soon-")
            + "\"half a row\"\n"
            + master(number, Instant.now(), ""));
    var calls = Path.of(settings.getProperty("redress.calls.folder"));
    var report = calls.resolve("rejected/" + name + ".errors.txt");
    assertThat(kept(number)).isEqualTo(2);
    await().atMost(SECONDS).until(() -> notTaken() >= before + 2);
    assertThat(Files.readAllLines(report))
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).startsWith(name + ":2: start 'soon-"))
        .anySatisfy(line -> assertThat(line).startsWith(name + ":3: 1 cells"));
  }

  @Test
  void anUnknownLayoutSaysWhatIsKnown() throws Exception {
    var file = Files.writeString(folder.resolve("odd.csv"), "when,who\nnow,me\n");
    assertThat(records.take(file.toFile(), Map.of())).isEqualTo("rejected");
    assertThat(Files.readString(folder.resolve("rejected/odd.csv.errors.txt")))
        .contains("odd.csv:1: no layout that is known", "[when, who]", "column-started");
  }

  @Test
  void aTornCharacterIsReportedLikeAnyOtherMistake() throws Exception {
    var row = "{\"caller\": \"1\", \"started\": \"\\ud800\", \"notes\": \"n\"}\n";
    var file = Files.writeString(folder.resolve("torn.jsonl"), row);
    assertThat(notes.take(file.toFile(), Map.of())).isEqualTo("rejected");
    assertThat(Files.readString(folder.resolve("rejected/torn.jsonl.errors.txt")))
        .contains("torn.jsonl:1: started '?'");
  }

  static Stream<Arguments> publishedFiles() {
    return Stream.of(
        Arguments.of("asterisk_cdr_master.csv", Map.of()),
        Arguments.of("asterisk_cdr_good.csv", Map.of()),
        Arguments.of("asterisk_cel_1.csv", Map.of()),
        Arguments.of("freeswitch_cdr.json", Map.of()),
        Arguments.of(
            "sf_fire_calls.csv",
            Map.of(
                "column-id", "call_number",
                "column-started", "received_timestamp",
                "column-ended", "available_timestamp")));
  }

  @ParameterizedTest
  @MethodSource("publishedFiles")
  void readsWhatTelephoneSystemsWrite(String name, Map<String, Object> columns) throws Exception {
    var published = DATA.resolve(name);
    Assumptions.assumeTrue(Files.exists(published), "no test data here");
    var file = Files.copy(published, folder.resolve(name));
    var went = records.take(file.toFile(), columns);
    assertThat(folder.resolve("rejected")).doesNotExist();
    assertThat(went).isEqualTo("done");
  }

  @Test
  void theOneImpossibleCallAmongAHundredIsNamed() throws Exception {
    var published = DATA.resolve("cdr_stats_import_100.csv");
    Assumptions.assumeTrue(Files.exists(published), "no test data here");
    var file = Files.copy(published, folder.resolve("stats.csv"));
    assertThat(records.take(file.toFile(), Map.of())).isEqualTo("rejected");
    assertThat(Files.readAllLines(folder.resolve("rejected/stats.csv.errors.txt")))
        .containsExactly(
            "stats.csv:37: billed seconds '-6' is not a whole number. Write digits only");
    assertThat(kept("650200035") + kept("+86650200035")).isEqualTo(1);
  }

  /** Real files changed at random end as calls or as lines of a report, nothing else. */
  @ParameterizedTest
  @CsvSource({"Master.csv", "freeswitch.json"})
  void noFileIsTooBrokenToBeTold(String name) throws Exception {
    var original = Files.readAllBytes(Path.of("samples/calls").resolve(name));
    var random = new Random(11);
    for (int i = 0; i < Integer.getInteger("redress.fuzz", 100); i++) {
      var bytes = original.clone();
      for (int k = 0; k <= random.nextInt(8); k++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      var file = Files.write(folder.resolve(name), bytes);
      assertThat(records.take(file.toFile(), Map.of())).isIn("done", "rejected");
      var log = Files.write(folder.resolve("notes.csv"), bytes);
      assertThat(notes.take(log.toFile(), Map.of())).isIn("done", "rejected");
    }
  }

  @Test
  void freeSwitchMayPostItsCallsEncodedOrNot() throws Exception {
    var number = number();
    var call =
        """
        {"variables":{"uuid":"%s","start_epoch":"1794908402","billsec":"12","record_path":"a%%2Fb.wav"},
         "callflow":[{"caller_profile":{"caller_id_number":"%s","destination_number":"1000"}}]}"""
            .formatted(UUID.randomUUID(), number);
    assertThat(door.post("/api/v1/calls", call).statusCode()).isEqualTo(204);
    assertThat(door.postForm("/api/v1/calls", Map.of("cdr", call)).statusCode()).isEqualTo(204);
    assertThat(kept(number)).isEqualTo(1);
    var broken = door.post("/api/v1/calls", "{\"variables\":{\"start_epoch\":\"soon\"}}");
    assertThat(broken.statusCode()).isEqualTo(400);
    assertThat(broken.body()).contains("start_epoch 'soon' is not a time");
    assertThat(door.as("agent").post("/api/v1/calls", call).statusCode()).isEqualTo(403);
  }
}
