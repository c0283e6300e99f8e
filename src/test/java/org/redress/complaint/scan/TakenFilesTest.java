package org.redress.complaint.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.CareDesk;
import org.redress.FrontDoor;
import org.redress.ScannerStandIn;
import org.redress.TestService;
import org.redress.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Which files are taken, and who is told of the others. */
@TestService
class TakenFilesTest {

  private static final Duration SECONDS = Duration.ofSeconds(20);

  @LocalServerPort private int port;
  @Autowired private Environment settings;
  @Autowired private JdbcClient jdbc;
  @Autowired private Rescan rescan;
  @Autowired private ScannerHealth health;
  private final String email = CareDesk.someone();
  private final String word = "file" + UUID.randomUUID().toString().substring(0, 8);
  private FrontDoor door;
  private Visitor visitor;

  @BeforeEach
  void signIn() throws Exception {
    door = new FrontDoor(settings);
    visitor = new Visitor(port);
    visitor.signIn("manager", "manager");
  }

  @Test
  void anInfectedFileIsNamedAndNotKept() throws Exception {
    var number = complain("bill.txt", "42 pounds", "gift.txt", ScannerStandIn.EICAR);

    assertThat(states(number)).containsExactly("bill.txt: kept", "gift.txt: infected");
    assertThat(visitor.open("/tickets/" + number + "?lang=en").body())
        .contains("virus found, deleted");
    assertThat(visitor.open("/tickets/" + number + "?lang=zh_CN").body()).contains("含有病毒，已删除");
    assertThat(visitor.open(file(number, 0)).body()).isEqualTo("42 pounds");
    assertThat(visitor.open(file(number, 1)).statusCode()).isEqualTo(404);
    assertThat(mail(number, "acknowledgement"))
        .contains("- gift.txt: our scanner found a virus in it")
        .doesNotContain("bill.txt");
    assertThat(statusPage(number, "en"))
        .contains("We could not take every file", "gift.txt", "our scanner found a virus in it")
        .doesNotContain("bill.txt");
    assertThat(statusPage(number, "zh_CN")).contains("部分文件未能接收", "检测到该文件含有病毒");
    var receipt = door.get("/api/v1/receipts/" + receipt(number)).get("files_not_taken");
    assertThat(receipt.toString()).isEqualTo("[{\"name\":\"gift.txt\",\"state\":\"infected\"}]");
  }

  @Test
  void theReceiptNamesWhatIsTooLargeTooManyOrNotAllowed() throws Exception {
    var number =
        complain(
            "film.mp4",
            "x".repeat((1 << 20) + 1),
            "run.exe",
            "MZ",
            "hidden.txt",
            program(),
            "1.txt",
            "1",
            "2.txt",
            "2",
            "3.txt",
            "3",
            "4.txt",
            "4",
            "5.txt",
            "5",
            "6.txt",
            "6");

    assertThat(states(number))
        .containsExactly(
            "film.mp4: too_large",
            "run.exe: not_allowed",
            "hidden.txt: not_allowed",
            "1.txt: kept",
            "2.txt: kept",
            "3.txt: kept",
            "4.txt: kept",
            "5.txt: kept",
            "6.txt: too_many");
    assertThat(mail(number, "acknowledgement"))
        .contains("- film.mp4: it is too large")
        .contains("- run.exe: we do not take files of this kind")
        .contains("- hidden.txt: we do not take files of this kind")
        .contains("- 6.txt: there were too many files in one message");
  }

  @Test
  void aChineseReceiptSaysItInChinese() throws Exception {
    var number = complaint("\"text\":\"水壶漏水 " + word + "\"", "礼物.txt", ScannerStandIn.EICAR);

    assertThat(mail(number, "acknowledgement")).contains("- 礼物.txt: 检测到该文件含有病毒");
  }

  @Test
  void ofAReplyAMailOfItsOwnTells() throws Exception {
    var number = complain();
    complaint(
        "\"text\":\"Here it is, " + word + "\",\"reference\":\"" + number + "\"", "run.exe", "MZ");

    await().atMost(SECONDS).until(() -> states(number).contains("run.exe: not_allowed"));
    assertThat(mail(number, "files_not_taken")).contains("- run.exe: we do not take files of");
  }

  @Test
  void whatComesWhileTheScannerIsSilentWaitsForIt() throws Exception {
    ScannerStandIn.silent(true);
    String clean;
    String infected;
    try {
      clean = complain("bill.txt", "bill " + word);
      infected = complain("gift.txt", ScannerStandIn.EICAR);

      assertThat(states(clean)).containsExactly("bill.txt: unscanned");
      assertThat(visitor.open("/tickets/" + clean + "?lang=en").body())
          .contains("waits for the virus scan");
      assertThat(visitor.open(file(clean, 0)).statusCode()).isEqualTo(404);
      assertThat(health.health().getStatus()).isEqualTo(Status.UNKNOWN);
      assertThat(health.health().getDetails()).containsEntry("filesWaiting", 2L);
    } finally {
      ScannerStandIn.silent(false);
      rescan.look();
    }
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);

    assertThat(states(clean)).containsExactly("bill.txt: kept");
    assertThat(visitor.open(file(clean, 0)).body()).isEqualTo("bill " + word);
    assertThat(states(infected)).containsExactly("gift.txt: infected");
    assertThat(mail(infected, "files_not_taken")).contains("- gift.txt: our scanner found a virus");
    assertThat(visitor.open("/tickets/" + infected + "?tab=history&lang=en").body())
        .contains("did not take files: gift.txt");
  }

  private static String program() {
    return "MZ" + "\0".repeat(58) + "@\0\0\0" + "PE\0\0L\1" + "\0".repeat(300);
  }

  private String complain(String... files) throws Exception {
    return complaint("\"text\":\"The kettle leaks, " + word + "\"", files);
  }

  /** Posts a complaint with files, by name and content, and returns the number of its ticket. */
  private String complaint(String fields, String... files) throws Exception {
    var attachments = new StringBuilder();
    for (int i = 0; i < files.length; i += 2) {
      attachments
          .append(i == 0 ? "" : ",")
          .append("{\"name\":\"%s\",\"content_base64\":\"".formatted(files[i]))
          .append(Base64.getEncoder().encodeToString(files[i + 1].getBytes()))
          .append("\"}");
    }
    var before = door.tickets(word).size();
    door.complain(
        "{%s,\"customer\":{\"email\":\"%s\"},\"attachments\":[%s]}"
            .formatted(fields, email, attachments));
    if (fields.contains("reference")) {
      return "";
    }
    await().atMost(SECONDS).until(() -> door.tickets(word).size() > before);
    return jdbc.sql(
            """
            select t.number from ticket t join customer c on c.id = t.customer_id
            where c.email = ? order by t.id desc limit 1
            """)
        .param(email)
        .query(String.class)
        .single();
  }

  private JsonNode attachments(String number) throws Exception {
    return door.get("/api/v1/tickets/" + number).get("attachments");
  }

  private List<String> states(String number) throws Exception {
    return attachments(number)
        .valueStream()
        .map(file -> file.get("name").asString() + ": " + file.get("state").asString())
        .toList();
  }

  private String file(String number, int index) throws Exception {
    return "/tickets/%s/files/%s"
        .formatted(number, attachments(number).get(index).get("id").asString());
  }

  private String statusPage(String number, String language) throws Exception {
    return new Visitor(port).open("/status/%s?lang=%s".formatted(receipt(number), language)).body();
  }

  private String receipt(String number) {
    return jdbc.sql(
            "select c.receipt from complaint c join ticket t on t.complaint_id = c.id"
                + " where t.number = ?")
        .param(number)
        .query(String.class)
        .single();
  }

  private String mail(String number, String notice) {
    return jdbc.sql(
            """
            select n.body from notice n join ticket t on t.id = n.ticket_id
            where t.number = ? and n.name = ?
            """)
        .params(number, notice)
        .query(String.class)
        .single();
  }
}
