package org.redress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** The main job, through every channel; each database has a subclass. */
abstract class ComplaintToTicketContract {

  private static final Duration SECONDS = Duration.ofSeconds(20);

  private FrontDoor door;
  private int port;

  @Autowired
  void enter(Environment settings) {
    door = new FrontDoor(settings);
    port = Integer.parseInt(settings.getRequiredProperty("local.server.port"));
  }

  private JsonNode ticketAbout(String word) {
    await().atMost(SECONDS).until(() -> door.tickets(word).size() > 0);
    return ticketsAbout(word).get(0);
  }

  private JsonNode ticketsAbout(String word) {
    try {
      return door.tickets(word);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String word() {
    return "w" + UUID.randomUUID().toString().substring(0, 8);
  }

  @Test
  void aMailBecomesATicketWithEveryQuestionAnswered() throws Exception {
    var word = word();
    door.mail(
        "Ann Lee <%s@example.org>".formatted(word),
        "Kettle " + word,
        "Your kettle caught fire and burned my hand. I want a refund.");
    var ticket = ticketAbout(word);
    assertThat(ticket.get("category").asString()).isEqualTo("safety");
    assertThat(ticket.get("priority").asString()).isEqualTo("P1");
    assertThat(ticket.get("team").asString()).isEqualTo("safety");
    assertThat(ticket.get("escalation").asString()).isEqualTo("safety");
    assertThat(ticket.get("owner").asString()).isNotBlank();
    assertThat(ticket.get("next_deadline").asString()).isNotBlank();
    var decision =
        door.get("/api/v1/tickets/%s/decision".formatted(ticket.get("number").asString()));
    assertThat(decision.get("answers").size()).isEqualTo(13);
    assertThat(decision.toString()).contains("caught fire").contains("severity/severity.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "Big5"})
  void aChineseMailIsUnderstoodInItsCharset(String charset) throws Exception {
    var word = word();
    var text = charset.equals("Big5") ? "收到的電視是壞的，我要求退款。" : "收到的电视是坏的，我要求退款。";
    door.mail(
        """
        From: wang@example.net
        To: complaints@redress.local
        Subject: %s
        Message-ID: <%s@example.net>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=%s
        Content-Transfer-Encoding: 8bit

        %s
        """
            .formatted(word, word, charset, text)
            .replace("\n", "\r\n")
            .getBytes(Charset.forName(charset)));
    var ticket = ticketAbout(word);
    assertThat(ticket.get("language").asString()).isEqualTo("zh");
    assertThat(ticket.get("demand").toString()).contains("refund");
    assertThat(ticketsAbout(text))
        .anyMatch(found -> found.get("number").equals(ticket.get("number")));
  }

  @Test
  void theSameMailAgainChangesNothing() throws Exception {
    var word = word();
    var mail =
        "From: a@example.org\r\nSubject: %1$s\r\nMessage-ID: <%1$s@example.org>\r\n\r\nLate again.\r\n"
            .formatted(word)
            .getBytes(UTF_8);
    door.mail(mail);
    ticketAbout(word);
    door.mail(mail);
    var next = word();
    door.mail("b@example.org", next, "Late too.");
    ticketAbout(next);
    assertThat(ticketsAbout(word)).hasSize(1);
  }

  @Test
  void aDifferentMailUnderAUsedMessageIdIsNotLost() throws Exception {
    var first = word();
    var second = word();
    for (var word : new String[] {first, second}) {
      door.mail(
          "From: a@example.org\r\nSubject: %s\r\nMessage-ID: <%s@example.org>\r\n\r\nAbout %s.\r\n"
              .formatted(word, first, word)
              .getBytes(UTF_8));
    }
    ticketAbout(first);
    ticketAbout(second);
  }

  @Test
  void aReplyJoinsItsTicket() throws Exception {
    var word = word();
    door.mail("c%s@example.org".formatted(word), word, "The parcel never arrived.");
    var number = ticketAbout(word).get("number").asString();
    door.mail(
        "c%s@example.org".formatted(word),
        "Re: your mail [%s]".formatted(number),
        "It is blue, by the way.");
    await()
        .atMost(SECONDS)
        .until(
            () ->
                door.get("/api/v1/tickets/%s/history".formatted(number))
                    .toString()
                    .contains("customer_replied"));
    assertThat(ticketsAbout("your mail [" + number)).isEmpty();
  }

  @Test
  void aPostedComplaintIsAnsweredWithItsReceipt() throws Exception {
    var word = word();
    var body =
        "{\"text\":\"Charged twice for order %s\",\"customer\":{\"tier\":\"gold\"}}"
            .formatted(word);
    var first = door.post("/api/v1/complaints", body, "Idempotency-Key", word);
    var again = door.post("/api/v1/complaints", body, "Idempotency-Key", word);
    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(ticketAbout(word).get("category").asString()).isEqualTo("billing");
    assertThat(ticketsAbout(word)).hasSize(1);
  }

  @Test
  void aFileThatCannotBeJsonIsRefusedWithLineAndField() throws Exception {
    var broken = door.post("/api/v1/complaints", "{\"text\": \"no end");
    assertThat(broken.statusCode()).isEqualTo(400);
    assertThat(broken.body()).contains("line 1");
    var empty = door.post("/api/v1/complaints", "{\"text\": \" \"}");
    assertThat(empty.statusCode()).isEqualTo(400);
    assertThat(empty.body()).contains("'text'");
  }

  @Test
  void attachmentsAreKeptWithTheTypeTheirContentShows() throws Exception {
    var word = word();
    var png =
        Base64.getEncoder().encodeToString(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
    door.complain(
        "{\"text\":\"See photo %s\",\"attachments\":[{\"name\":\"../x.txt\",\"type\":\"text/html\",\"content_base64\":\"%s\"}]}"
            .formatted(word, png));
    var number = ticketAbout(word).get("number").asString();
    var attached = door.get("/api/v1/tickets/" + number).get("attachments").get(0);
    assertThat(attached.get("name").asString()).isEqualTo("x.txt");
    assertThat(attached.get("type").asString()).isEqualTo("image/png");
  }

  @Test
  void goodRowsOfAPhoneLogGoOnWhileBadOnesAreReported() throws Exception {
    var word = word();
    door.phoneLog(
        word + ".csv",
        """
        caller,agent,started,seconds,notes,callback_number,language
        +4420700001,mei,2026-11-20T10:00:00Z,61,"Late parcel, %1$s one",,en
        +4420700002,mei,tomorrow,62,Bad time %1$s two,,en
        +4420700003,mei,2026-11-20T10:05:00Z,63,"quote never closed %1$s three,,en
        +4420700004,mei,2026-11-20T10:10:00Z,64,Rude driver %1$s four,,en
        """
            .formatted(word)
            .getBytes(UTF_8));
    await().atMost(SECONDS).until(() -> door.tickets(word).size() == 2);
    var report = door.phoneLogs().resolve("rejected/" + word + ".csv.errors.txt");
    await().atMost(SECONDS).until(() -> Files.exists(report));
    assertThat(Files.readString(report))
        .contains(word + ".csv:3: started 'tomorrow'")
        .contains(word + ".csv:4: a quote is opened");
    await()
        .atMost(SECONDS)
        .until(() -> Files.exists(door.phoneLogs().resolve("rejected/" + word + ".csv")));
    assertThat(door.get("/api/v1/failures").toString()).contains(word + ".csv:3");
  }

  @Test
  void aGoodPhoneLogIsDone() throws Exception {
    var word = word();
    door.phoneLog(
        word + ".jsonl",
        "{\"caller\":\"王先生\",\"started\":\"2026-11-20T10:00:00+08:00\",\"seconds\":80,\"notes\":\"空调不制冷 %s\"}\n"
            .formatted(word)
            .getBytes(UTF_8));
    assertThat(ticketAbout(word).get("channel").asString()).isEqualTo("phone");
    await()
        .atMost(SECONDS)
        .until(() -> Files.exists(door.phoneLogs().resolve("done/" + word + ".jsonl")));
  }

  @Test
  void aTicketIsCaredForToItsEndAndTaughtFrom() throws Exception {
    var desk = new CareDesk(door);
    var email = CareDesk.someone();
    var number = desk.complain("Your kettle caught fire and burned my hand.", email);
    var other = desk.complain("The lid of the kettle does not close.", email);
    desk.solve(number);
    assertThat(door.get("/api/v1/follow-ups").toString()).contains(number);
    desk.step(number, "follow_up", "{\"fields\":{\"outcome\":\"not_reached\"}}");
    desk.step(number, "follow_up", "{\"note\":\"Hot\",\"fields\":{\"outcome\":\"not_satisfied\"}}");
    desk.solve(number);
    desk.step(number, "follow_up", "{\"fields\":{\"outcome\":\"satisfied\"}}");
    desk.step(
        number, "review", "{\"fields\":{\"cause\":\"price\",\"lesson\":\"%s\"}}".formatted(number));
    assertThat(desk.ticket(number).get("status").asString()).isEqualTo("closed");

    desk.changeWhatLedTo(number);
    assertThat(desk.history(number, "action_helped")).hasSize(1);
    assertThat(door.get("/api/v1/problems").isArray()).isTrue();

    var visitor = new Visitor(port);
    visitor.signIn("manager", "manager");
    var page = "/tickets/" + number;
    visitor.submit(page, page + "/links/" + other, Map.of());
    assertThat(desk.history(other, "linked")).hasSize(1);
    assertThat(visitor.open("/reviews?q=" + number).body()).contains(number);
    assertThat(visitor.open("/follow-ups?view=team").statusCode()).isEqualTo(200);
  }

  @Test
  void aCallerIsFoundByAnyPartOfTheNumber() throws Exception {
    var middle = String.valueOf(10_000_000 + new Random().nextInt(89_999_999));
    door.complain(
        "{\"text\":\"Late\",\"customer\":{\"name\":\"Ann %1$s\",\"phone\":\"+86 13%1$s9\"}}"
            .formatted(middle));
    var visitor = new Visitor(port);
    visitor.signIn("agent", "agent");
    for (var typed : List.of("+8613" + middle, middle, middle.substring(2) + "9")) {
      await().atMost(SECONDS).until(() -> callers(visitor, typed).contains("Ann " + middle));
    }
    assertThat(callers(visitor, middle + "99999")).doesNotContain("Ann " + middle);
  }

  private static String callers(Visitor visitor, String typed) throws Exception {
    return visitor.submit("/calls/new", "/calls/customers", Map.of("phone", typed)).body();
  }

  @Test
  void figuresOfAChannelAreAddedUpHourByHour() throws Exception {
    var channel = "c" + word();
    for (int times = 1; times <= 2; times++) {
      var expected = times;
      door.complain("{\"text\":\"Late\",\"channel\":\"%s\"}".formatted(channel));
      await()
          .atMost(SECONDS)
          .until(
              () ->
                  door.get("/api/v1/channels")
                      .get("channels")
                      .valueStream()
                      .anyMatch(
                          one ->
                              one.get("name").asString().equals(channel)
                                  && one.get("today").get("tickets").asInt() == expected));
    }
  }
}
