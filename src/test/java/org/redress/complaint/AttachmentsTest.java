package org.redress.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.redress.FrontDoor;
import org.redress.TestService;
import org.redress.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Files that come with complaints, from the sender to the download. */
@TestService
class AttachmentsTest {

  @LocalServerPort private int port;
  @Autowired private Environment settings;
  @Autowired private JdbcClient jdbc;

  @Test
  void theSameContentIsKeptOnceAndGivenOutAsADownloadOnly() throws Exception {
    var content = "<script>alert('" + UUID.randomUUID() + "')</script>";
    var before = contents();
    var first = complain("one.html", content);
    var second = complain("two.html", content);

    assertThat(contents()).isEqualTo(before + 1);
    var visitor = new Visitor(port);
    visitor.signIn("manager", "manager");
    for (var ticket : new JsonNode[] {first, second}) {
      var file =
          visitor.open(
              "/tickets/%s/files/%s"
                  .formatted(
                      ticket.get("number").asString(),
                      ticket.get("attachments").get(0).get("id").asString()));
      assertThat(file.body()).isEqualTo(content);
      assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
          .startsWith("attachment");
      assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(file.headers().firstValue("Content-Type").orElse("")).contains("octet-stream");
    }
  }

  @Test
  void aTornFileIsNamedWithTheWayOut() throws Exception {
    var door = new FrontDoor(settings);
    var answer =
        door.post(
            "/api/v1/complaints",
            "{\"text\":\"See the photo\",\"attachments\":[{\"name\":\"a\",\"content_base64\":\"x-1?\"}]}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("attachments[1].content_base64' is not Base64", "take this file out")
        .doesNotContain("MIME");
  }

  private int contents() {
    return jdbc.sql("select count(*) from attachment_content").query(Integer.class).single();
  }

  private JsonNode complain(String name, String content) throws Exception {
    var word = "file" + UUID.randomUUID().toString().substring(0, 8);
    var door = new FrontDoor(settings);
    door.complain(
        "{\"text\":\"See %s\",\"attachments\":[{\"name\":\"%s\",\"content_base64\":\"%s\"}]}"
            .formatted(word, name, Base64.getEncoder().encodeToString(content.getBytes())));
    await().atMost(Duration.ofSeconds(20)).until(() -> !door.tickets(word).isEmpty());
    return door.get("/api/v1/tickets/" + door.tickets(word).get(0).get("number").asString());
  }

  @Test
  void filesKeptBeforeAreStillThere() {
    var database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    var flyway = Flyway.configure().dataSource(database);
    flyway.target("10").load().migrate();
    var old = JdbcClient.create(database);
    old.sql(
            "insert into attachment (id, source_id, name, type, size, content)"
                + " values (7, 1, 'a', 'text/plain', 3, :content)")
        .param("content", "abc".getBytes())
        .update();

    flyway.target("11").load().migrate();

    assertThat(
            old.sql(
                    "select c.content from attachment a join attachment_content c"
                        + " on c.hash = a.hash where a.id = 7")
                .query((row, number) -> new String(row.getBytes(1)))
                .single())
        .isEqualTo("abc");
  }
}
