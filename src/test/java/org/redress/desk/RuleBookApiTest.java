package org.redress.desk;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.FrontDoor;
import org.redress.TestService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A rule change over HTTP: drafted, checked, tried on past complaints, put into force, undone. */
@TestService
class RuleBookApiTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String TABLE = "priority/priority.csv";

  @LocalServerPort private int port;
  @Autowired private Environment settings;
  private final HttpClient http = HttpClient.newHttpClient();

  private HttpResponse<String> call(
      String user, String method, String path, String body, String... headers) throws Exception {
    var credentials = Base64.getEncoder().encodeToString((user + ":" + user).getBytes());
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/rulebook" + path))
            .header("Authorization", "Basic " + credentials)
            .header("Content-Type", path.contains("/file") ? "text/csv" : "application/json")
            .method(method, BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private JsonNode good(String method, String path, String body, String... headers)
      throws Exception {
    var response = call("manager", method, path, body, headers);
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 202);
    return JSON.readTree(response.body());
  }

  private long draft() throws Exception {
    return good("POST", "/drafts", "{\"title\": \"Gold first\"}").get("id").asLong();
  }

  /** Adds a row to the table of priorities. */
  private JsonNode add(long draft, String row) throws Exception {
    var file = "/drafts/" + draft + "/file?path=" + TABLE;
    var present = call("manager", "GET", file, "");
    return good(
        "PUT",
        file,
        present.body() + row,
        "If-Match",
        present.headers().firstValue("ETag").orElseThrow());
  }

  @Test
  void aChangeIsTriedBeforeItDecidesAndUndoneInOneStep() throws Exception {
    var door = new FrontDoor(settings);
    var word = "Api" + UUID.randomUUID();
    door.complain(
        """
        {"text": "The pink umbrella dance was fine.", "subject": "%s", "channel": "web"}
        """
            .formatted(word));
    await().atMost(Duration.ofSeconds(30)).until(() -> !door.tickets(word).isEmpty());
    var first = good("GET", "", "").get("active").get("version").asString();

    var draft = draft();
    var header = call("manager", "GET", "/file?path=" + TABLE, "").body().lines().findFirst();
    var columns = header.orElseThrow().replace("\uFEFF", "").split(",");
    var said =
        Map.of(
            "name", "Umbrellas come first",
            "answer", "P1",
            "because", "For a test.",
            "because_zh", "测试用。");
    var row = Arrays.stream(columns).map(c -> said.getOrDefault(c, "")).collect(joining(","));
    var saved = add(draft, row + "\n");
    assertThat(saved.get("changes").get(0).get("rows").get(0).get("name").asString())
        .isEqualTo("Umbrellas come first");

    var checked = good("POST", "/drafts/" + draft + "/check", "");
    var finding = checked.get("findings").get(0);
    assertThat(finding.get("message").asString())
        .startsWith("this row never wins: whenever it speaks, row ")
        .contains("'Umbrellas come first'");
    assertThat(finding.get("message_zh").asString())
        .startsWith("此行永远不会胜出：只要它成立，第 ")
        .contains("“Umbrellas come first”");

    var run = good("POST", "/drafts/" + draft + "/backtest", "{\"last\": 50}").get("id").asLong();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> good("GET", "/backtests/" + run, "").get("status").asString().equals("DONE"));
    var outcome = good("GET", "/backtests/" + run, "").get("outcome");
    assertThat(outcome.get("byRule").get("Umbrellas come first").asInt()).isPositive();

    // Its row speaks for everyone, so examples of other priorities fail and it must stay out.
    var refused = call("manager", "POST", "/drafts/" + draft + "/activate", "{}");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("Examples come out differently");
    assertThat(good("GET", "", "").get("active").get("version").asString()).isEqualTo(first);

    var harmless = draft();
    var table = call("manager", "GET", "/drafts/" + harmless + "/file?path=" + TABLE, "");
    good(
        "PUT",
        "/drafts/" + harmless + "/file?path=" + TABLE,
        table.body().replace("Someone may be in danger.", "Somebody may be in danger."),
        "If-Match",
        table.headers().firstValue("ETag").orElseThrow());
    var activated = good("POST", "/drafts/" + harmless + "/activate", "{\"comment\": \"Wording\"}");
    assertThat(activated.get("in_force").asBoolean()).isTrue();
    assertThat(good("GET", "", "").get("active").get("comment").asString()).isEqualTo("Wording");

    good("POST", "/rollback", "{\"version\": \"%s\"}".formatted(first));
    assertThat(good("GET", "", "").get("active").get("version").asString()).isEqualTo(first);
  }

  @Test
  void twoWhoSaveAtOnceDoNotOverwriteEachOther() throws Exception {
    var draft = draft();
    var file = "/drafts/" + draft + "/file?path=" + TABLE;
    var seen = call("manager", "GET", file, "").headers().firstValue("ETag").orElseThrow();
    add(draft, "\n");

    var second = call("admin", "PUT", file, "name\n", "If-Match", seen);

    assertThat(second.statusCode()).isEqualTo(412);
    assertThat(second.body()).contains("manager");
  }

  @Test
  void whoMayNotChangeRulesCannot() throws Exception {
    assertThat(call("auditor", "GET", "/versions", "").statusCode()).isEqualTo(200);
    assertThat(call("auditor", "POST", "/drafts", "{\"title\": \"x\"}").statusCode())
        .isEqualTo(403);
    assertThat(call("agent", "GET", "", "").statusCode()).isEqualTo(403);
  }

  @Test
  void pathsStayInsideTheRuleBook() throws Exception {
    var draft = draft();
    for (var path : new String[] {"..%2F..%2Fx.csv", "README.md", "a%5Cb.csv", ".hidden"}) {
      var response =
          call(
              "manager",
              "PUT",
              "/drafts/" + draft + "/file?path=" + path,
              "x",
              "If-Match",
              "\"none\"");
      assertThat(response.statusCode()).as(path).isEqualTo(400);
    }
    assertThat(call("manager", "GET", "/file?path=..%2Fpom.xml", "").statusCode()).isEqualTo(404);
  }
}
