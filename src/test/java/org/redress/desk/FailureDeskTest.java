package org.redress.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.FrontDoor;
import org.redress.TestService;
import org.redress.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What waits on the failure desk, and what people do with it. */
@TestService
class FailureDeskTest {

  private static final Duration SECONDS = Duration.ofSeconds(20);

  @LocalServerPort private int port;
  @Autowired private Environment settings;
  @Autowired private JdbcClient jdbc;
  private final String word = "f" + UUID.randomUUID().toString().substring(0, 8);
  private FrontDoor door;
  private Visitor integrator;

  @BeforeEach
  void enter() throws Exception {
    door = new FrontDoor(settings).as("integrator");
    integrator = new Visitor(port);
    integrator.signIn("integrator", "integrator");
  }

  @Test
  void aRefusedRowIsMendedAndBecomesOneTicketWhileTheOriginalStays() throws Exception {
    var id = refusedRows(1).get(0);
    var page = "/failures/" + id;
    assertThat(integrator.open(page).body())
        .contains("started &#39;tomorrow&#39; is not a time. Write it like 2026-11-20T10:15:00");
    assertThat(integrator.open(page + "?lang=zh_CN").body()).contains("started“tomorrow”不是时间");
    integrator.open(page + "?lang=en");

    var mended = "{\"text\": \"Mended %s\", \"received_at\": \"soon\"}".formatted(word);
    assertThat(edit(page, mended, "0")).contains("received_at", "soon");
    assertThat(integrator.open(page + "/content?lang=en").body()).contains("Message from");
    edit(page, mended.replace("soon", "2026-11-20T10:00:00Z"), "0");
    assertThat(edit(page, "{\"text\": \"Late\"}", "0")).contains("Somebody else edited");
    assertThat(integrator.submit(page, page + "/move", Map.of("move", "REPLAY")).body())
        .contains("The message is being tried again");

    var ticket = ticket();
    assertThat(ticket.get("channel").asString()).isEqualTo("phone");
    assertThat(new FrontDoor(settings).tickets("Mended " + word)).hasSize(1);
    assertThat(integrator.open(page).body()).contains("no longer waits here");
    assertThat(payload(id)).contains("tomorrow").doesNotContain("Mended");
  }

  @Test
  void aProgramPutsTheBytesInTheirPlaceWhateverItCallsThem() throws Exception {
    var path = "/api/v1/failures/%d/content".formatted(refusedRows(1).get(0));
    var seen = door.fetch(path).headers().firstValue("ETag").orElseThrow();
    var mended = "{\"text\": \"%s 摔碎了\"}".formatted(word).getBytes(UTF_8);

    assertThat(door.put(path, "message/rfc822", "{\"text\":".getBytes(UTF_8), seen).body())
        .contains("This is not JSON, line 1", "ends before it is whole");
    assertThat(door.put(path, "text/plain", new byte[0], seen).body()).contains("has no body");
    assertThat(door.put(path, "application/octet-stream", mended, seen).statusCode())
        .isEqualTo(204);
    assertThat(door.put(path, "text/plain", mended, seen).statusCode()).isEqualTo(412);
    assertThat(door.bytes(path + "?edited=true")).isEqualTo(mended);

    assertThat(door.post(path.replace("content", "replay"), "").statusCode()).isEqualTo(202);
    assertThat(ticket().get("subject").asString()).contains("摔碎了");
  }

  @Test
  void howeverOftenSomebodyPressesItIsTriedOnce() throws Exception {
    var id = refusedRows(1).get(0);
    var mended = "{\"text\": \"%s\"}".formatted(word + " once");
    var body = "{\"text\":\"%s\",\"edits\":0}".formatted(mended.replace("\"", "\\\""));
    assertThat(door.put("/api/v1/failures/%d/content".formatted(id), body).statusCode())
        .isEqualTo(204);

    var clicks = Executors.newFixedThreadPool(8);
    Callable<Integer> click =
        () -> door.post("/api/v1/failures/%d/replay".formatted(id), "").statusCode();
    var answers =
        clicks.invokeAll(IntStream.range(0, 8).mapToObj(i -> click).toList()).stream()
            .map(
                answer -> {
                  try {
                    return answer.get();
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                })
            .toList();
    clicks.shutdown();

    assertThat(answers).containsOnlyOnce(202).filteredOn(code -> code == 404).hasSize(7);
    ticket();
    assertThat(new FrontDoor(settings).tickets(word)).hasSize(1);
    assertThat(
            jdbc.sql("select count(*) from failure_step where inbox_id = ? and action = 'replay'")
                .param(id)
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void manyAreDiscardedWithAReasonAndComeBack() throws Exception {
    var ids = refusedRows(60);
    var list = "/failures?q=" + word;
    assertThat(integrator.open(list).body()).contains("All 60 in this list", "Older");
    var all = Map.of("q", word, "state", "parked", "all", "true", "move", "DISCARD", "note", "");
    assertThat(integrator.submit(list, "/failures/move", all).body())
        .contains("say in a few words why");

    var why = new HashMap<>(all);
    why.put("note", "Test calls");
    assertThat(integrator.submit(list, "/failures/move", why).body())
        .contains("60 messages are discarded");

    assertThat(failures("state=discarded&q=" + word).get("count").asInt()).isEqualTo(60);
    assertThat(failures("q=" + word).get("count").asInt()).isZero();
    assertThat(integrator.open("/failures/" + ids.get(0)).body())
        .contains("Test calls", "Put back");

    var back = door.post("/api/v1/failures/restore", "{\"q\":\"%s\"}".formatted(word));
    assertThat(back.body()).contains("\"moved\":60");
    assertThat(failures("q=" + word).get("count").asInt()).isEqualTo(60);
    var two = "{\"ids\":[%d,%d],\"reason\":\"Done\"}".formatted(ids.get(0), ids.get(1));
    assertThat(door.post("/api/v1/failures/discard", two).body()).contains("\"moved\":2");
    assertThat(door.post("/api/v1/failures/discard", two).body()).contains("\"moved\":0");
    assertThat(door.post("/api/v1/failures/replay", "{}").statusCode()).isEqualTo(400);
  }

  @Test
  void theOriginalIsDownloadedByteForByte() throws Exception {
    var id = refusedRows(1).get(0);

    var file = integrator.open("/failures/%d/original".formatted(id));

    assertThat(file.body()).isEqualTo(payload(id));
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment")
        .contains("phone-" + id + ".json");
  }

  @Test
  void aVacationNoteIsListedAsIgnored() throws Exception {
    door.mail(
        "From: a@example.org\r\nSubject: %s\r\nAuto-Submitted: auto-replied\r\n\r\nAway.\r\n"
            .formatted(word)
            .getBytes(UTF_8));

    await()
        .atMost(SECONDS)
        .until(() -> integrator.open("/failures?state=aside").body().contains("by a machine"));
  }

  @Test
  void theCountStandsInTheNavigationAndAgentsAreKeptOut() throws Exception {
    refusedRows(1);
    assertThat(integrator.open("/account").body())
        .containsPattern("id=\"nav-failures\"[\\s\\S]{0,400}<b class=\"late\">[1-9]");
    var agent = new Visitor(port);
    agent.signIn("agent", "agent");
    assertThat(agent.open("/failures").statusCode()).isEqualTo(403);
    assertThat(door.as("agent").post("/api/v1/failures/replay", "{\"channel\":\"\"}").statusCode())
        .isEqualTo(403);
  }

  @Test
  void theScreensAreSoundInBothLanguagesAndWidths() throws Exception {
    var id = refusedRows(2).get(0);
    try (var browser = Browser.open(port)) {
      browser.resize(1440, 1000).signIn("integrator");
      for (var path :
          List.of("/failures?q=" + word, "/failures/" + id, "/failures?state=aside", "/channels")) {
        for (var language : List.of("zh_CN", "en")) {
          browser.go(path + (path.contains("?") ? "&" : "?") + "lang=" + language).isSound();
          for (int width : new int[] {390, 1440}) {
            assertThat(browser.resize(width, 900).scrollsSideways()).as(path + width).isFalse();
          }
        }
      }
    }
  }

  private String edit(String page, String text, String edits) throws Exception {
    return integrator.submit(page, page + "/content", Map.of("text", text, "edits", edits)).body();
  }

  /** Drops a phone log whose rows have no time, and gives back where they wait. */
  private List<Long> refusedRows(int rows) throws Exception {
    var file = new StringBuilder("caller,started,notes\n");
    for (int i = 0; i < rows; i++) {
      file.append("+44207000%d,tomorrow,%s-%d rude driver\n".formatted(i, word, i));
    }
    door.phoneLog(word + ".csv", file.toString().getBytes(UTF_8));
    await().atMost(SECONDS).until(() -> failures("q=" + word).get("count").asInt() == rows);
    return failures("q=" + word)
        .get("failures")
        .valueStream()
        .map(failure -> failure.get("id").asLong())
        .toList();
  }

  private JsonNode failures(String query) throws Exception {
    return door.get("/api/v1/failures?" + query);
  }

  private JsonNode ticket() throws Exception {
    var admin = new FrontDoor(settings);
    await().atMost(SECONDS).until(() -> !admin.tickets(word).isEmpty());
    return admin.tickets(word).get(0);
  }

  private String payload(long id) {
    return new String(
        jdbc.sql("select payload from inbox where id = ?").param(id).query(byte[].class).single(),
        UTF_8);
  }
}
