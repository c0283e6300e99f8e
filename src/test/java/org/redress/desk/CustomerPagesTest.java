package org.redress.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.FrontDoor;
import org.redress.TestService;
import org.redress.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

@TestService
class CustomerPagesTest {

  @LocalServerPort private int port;
  @Autowired private Environment settings;
  private Visitor visitor;

  @BeforeEach
  void openABrowser() {
    visitor = new Visitor(port);
  }

  @Test
  void aComplaintGetsAReceiptAndAStatusPageWithNothingInternal() throws Exception {
    var word = "Zanzibar" + UUID.randomUUID();
    var sent =
        complain(
            Map.of(
                "text", "My kettle caught fire and burned my hand. I am furious! " + word,
                "name", "Ada Byron",
                "email", "ada@example.com"));

    assertThat(sent.getPath()).matches("/status/R-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !new FrontDoor(settings).tickets(word).isEmpty());
    var ticket = new FrontDoor(settings).tickets(word).get(0);
    var page = visitor.open(sent.getPath()).body();
    assertThat(page)
        .contains("Received, with the right people", "Safety", "Next: we propose a solution")
        .doesNotContain(ticket.get("number").asString(), word, "ada@example.com", "Ada Byron")
        .doesNotContain("P1", "Furious", ticket.get("owner").asString() + "<", "csv");
  }

  @Test
  void theSameFormTwiceIsOneComplaint() throws Exception {
    var form = Map.of("text", "Sent with two fast clicks", "id", UUID.randomUUID().toString());

    assertThat(complain(form)).isEqualTo(complain(form));
  }

  @Test
  void mistakesAreExplainedInPlaceAndNothingTypedIsLost() throws Exception {
    var form =
        Map.of(
            "text", " ", "name", "王小明", "email", "wang@", "phone", "ring me", "reference", "A-1");

    var page = visitor.submit("/complain?lang=zh_CN", "/complain", form).body();

    assertThat(page)
        .contains("请简单写几句发生了什么", "邮箱地址似乎不完整", "电话号码中有无法识别的字符")
        .contains("value=\"王小明\"", "value=\"wang@\"", "value=\"ring me\"", "value=\"A-1\"");
  }

  @Test
  void aProgramThatFillsTheHiddenFieldIsAskedAgain() throws Exception {
    var page =
        visitor
            .submit("/complain", "/complain", Map.of("text", "Buy pills", "website", "x.example"))
            .body();

    assertThat(page).contains("A hidden field was filled in", "Buy pills");
  }

  @Test
  void whatIsTypedIsShownAsTextOnly() throws Exception {
    var page =
        visitor
            .submit("/complain", "/complain", Map.of("text", "</textarea><script>", "email", "x"))
            .body();

    assertThat(page).contains("&lt;/textarea&gt;&lt;script&gt;").doesNotContain("<script>");
  }

  @Test
  void anUnknownReceiptIsAFriendlyNotFound() throws Exception {
    var page = visitor.open("/status/R-0000-0000-0000");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("We do not know this number", "R-0000-0000-0000");
  }

  @Test
  void aReceiptIsReadTheWayPeopleTypeIt() throws Exception {
    var path = complain(Map.of("text", "The lift is slow")).getPath();
    var typed = path.replace("/status/", "").replace("-", "").replace('0', 'o').toLowerCase();

    var found = visitor.open("/status?receipt=" + typed);

    assertThat(found.statusCode()).isEqualTo(200);
    assertThat(found.uri().getPath()).isEqualTo(path);
  }

  @Test
  void anAdditionJoinsTheTicket() throws Exception {
    var word = "Wellington" + UUID.randomUUID();
    var path = complain(Map.of("text", "My parcel is late. " + word)).getPath();
    var door = new FrontDoor(settings);
    await().atMost(Duration.ofSeconds(20)).until(() -> !door.tickets(word).isEmpty());
    var number = door.tickets(word).get(0).get("number").asString();

    var added =
        visitor.submit(path, path + "/messages", Map.of("text", "It came, but it is broken."));

    assertThat(added.body()).contains("Thank you, we have added it");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> door.get("/api/v1/tickets/" + number + "/history").toString(),
            history -> history.contains("customer_replied"));
  }

  private URI complain(Map<String, String> form) throws Exception {
    var sent = visitor.submit("/complain", "/complain", form);
    assertThat(sent.statusCode()).isEqualTo(200);
    assertThat(sent.body()).contains("Thank you, we have it");
    return sent.uri();
  }
}
