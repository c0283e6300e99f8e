package org.redress.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.FrontDoor;
import org.redress.ReadyChannel;
import org.redress.TestService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** What other programs post, as the real ones post it, through the web server to the ticket. */
@TestService
class WebhookTest {

  private static final String ROUTE =
      """
      - route:
          id: %s
          description: A partner
          from:
            uri: webhook:%s
            steps:
              - to:
                  uri: messages:json
                  parameters: {each: '/*', id: id, text: text, time: at, phone: from}
              - to:
                  uri: direct:intake
      """;

  @Autowired private Environment settings;
  @LocalServerPort private int port;

  @ParameterizedTest
  @CsvSource({
    "partner, partner.json, runs over the kitchen floor, Ines Bauer",
    "telegram, telegram.json, smells burnt and the plug, Olga Petrova",
    "whatsapp, whatsapp.json, promised for Monday and still, Sheena Nelson",
    "wechat, wechat.xml, 上周买的电热水壶漏水, wechat:oia2TjjewbmiOUlr6X-1crbLOvLw",
    "sms, sms.form, charged twice for order 55127, +14155550123",
  })
  void aReadyFileMakesOneTicketOfItsSampleHoweverOftenItComes(
      String name, String file, String words, String customer) throws Exception {
    var sample = ReadyChannel.sample(file);
    var sender = new Sender(port, name);
    try (var channel = ReadyChannel.on(settings, name)) {
      assertThat(sender.postAs(name, sample).statusCode()).isEqualTo(200);
      assertThat(channel.awaitOneTicket(words).get("customer").toString()).contains(customer);
      assertThat(sender.postAs(name, sample).body())
          .isEqualTo(name.equals("wechat") ? "success" : "");
      channel.awaitReceived(1, 1);
      assertThat(channel.tickets(words)).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "telegram|{'update_id':9001,'message':{'from':{'id':7,'first_name':'Ivo'},'date':1795255800,"
            + "'photo':[{'file_id':'AgACAgIAAx'}]}}|[picture 图片 AgACAgIAAx]",
        "whatsapp|{'entry':[{'changes':[{'value':{'messages':[{'from':'14155550199','id':'wamid.9',"
            + "'timestamp':'1795255800','type':'audio','audio':{'id':'4490709327384033'}}]}}]}]}"
            + "|[voice message 语音 4490709327384033]",
      })
  void aPictureOrAVoiceIsToldInWords(String name, String message, String words) throws Exception {
    try (var channel = ReadyChannel.on(settings, name)) {
      var sent = new Sender(port, name).postAs(name, message.replace('\'', '"').getBytes(UTF_8));
      assertThat(sent.statusCode()).isEqualTo(200);
      assertThat(channel.awaitOneTicket(words).get("subject").asString()).contains(words);
    }
  }

  @Test
  void whatHoldsNoComplaintIsKeptWithTheReason() throws Exception {
    var sender = new Sender(port, "whatsapp");
    try (var channel = ReadyChannel.on(settings, "whatsapp")) {
      var delivered = "{\"entry\":[{\"changes\":[{\"value\":{\"statuses\":[{\"id\":\"w1\"}]}}]}]}";
      assertThat(sender.postAs("whatsapp", delivered.getBytes(UTF_8)).statusCode()).isEqualTo(200);
      await().until(() -> channel.line().get("today").get("ignored").asInt() >= 1);
      var aside = "/api/v1/failures?state=aside&channel=whatsapp";
      assertThat(new FrontDoor(settings).get(aside).toString())
          .contains("whatsapp: no complaint stands where the route looks, its 'each'");
    }
  }

  @Test
  void whatCannotBeReadIsKeptOnce() throws Exception {
    var door = new FrontDoor(settings);
    var route =
        ROUTE.formatted("torn", "hmac").replace("each: '/*'", "each: '/*', only: kind = complaint");
    try (var channel = ReadyChannel.on(settings, "torn", route)) {
      new Sender(port, "hmac").postSigned("[{\"id\": 1, \"text\": \"It", Instant.now());
      await().until(() -> channel.line().get("today").get("parked").asInt() == 1);
      var kept = "/api/v1/failures?channel=torn&state=";
      assertThat(door.get(kept + "parked").toString()).contains("torn: This is not JSON, line 1");
      assertThat(door.get(kept + "aside").get("failures")).isEmpty();
    }
  }

  @Test
  void onlyWhatIsSignedAndFreshComesIn() throws Exception {
    var sender = new Sender(port, "hmac");
    var body = "[{\"id\":\"1\",\"text\":\"Forged\"}]";
    var now = Instant.now();
    try (var channel = ReadyChannel.on(settings, "hmac", ROUTE.formatted("hmac", "hmac"))) {
      var answers = new ArrayList<Integer>();
      answers.add(sender.post(body.getBytes(UTF_8), "").statusCode());
      answers.add(
          sender
              .post(body.getBytes(UTF_8), "", "X-Timestamp", "1", "X-Signature", "=?")
              .statusCode());
      answers.add(sender.postSigned(body, now.minus(Duration.ofMinutes(6))).statusCode());
      answers.add(sender.postSigned(body, now.plus(Duration.ofMinutes(6))).statusCode());
      assertThat(answers).containsOnly(401);
      var good = sender.postSigned(body, now.minus(Duration.ofMinutes(4)));
      assertThat(good.statusCode()).isEqualTo(200);
      channel.awaitReceived(1, 0);
    }
  }

  @ParameterizedTest
  @CsvSource({"telegram", "whatsapp", "twilio", "wechat", "token"})
  void everySchemeRefusesACallWithoutItsSignature(String scheme) throws Exception {
    var answer = new Sender(port, scheme).post("{}".getBytes(UTF_8), "?timestamp=1&signature=a");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("The signature does not fit").doesNotContain("known to");
  }

  @Test
  void whatCannotBeTakenWaitsOnTheFailureDeskAndTheRestGoesOn() throws Exception {
    var sender = new Sender(port, "hmac");
    try (var channel = ReadyChannel.on(settings, "mixed", ROUTE.formatted("mixed", "hmac"))) {
      var mixed =
          """
          [{"id":"m1","text":"The lamp of the hall flickers","from":"0041 44 555 01 23"}, {"id":"m2","text":" "},
           {"id":"m3","text":"Late","at":"yesterday"}]
          """;
      assertThat(sender.postSigned(mixed, Instant.now()).statusCode()).isEqualTo(200);
      assertThat(sender.postSigned("[{\"id\":", Instant.now()).statusCode()).isEqualTo(200);
      assertThat(channel.awaitOneTicket("lamp of the hall flickers").get("customer").asString())
          .isEqualTo("+41445550123");
      await().until(() -> failures("mixed").size() == 3);
      assertThat(failures("mixed").toString())
          .contains(
              "mixed, message 2: there is no text",
              "message 3: 'yesterday' is not a time",
              "This is not JSON, line 1");
    }
  }

  private JsonNode failures(String channel) throws Exception {
    return new FrontDoor(settings).get("/api/v1/failures?channel=" + channel).get("failures");
  }

  @Test
  void aSenderIsToldToComeAgainWhileNothingIsStored() throws Exception {
    var sender = new Sender(port, "token");
    assertThat(sender.post("{}".getBytes(UTF_8), "", "X-Signature", "known to two"))
        .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(503))
        .satisfies(answer -> assertThat(answer.headers().map()).containsKey("retry-after"));
    assertThat(new Sender(port, "nobody").post(new byte[0], "").statusCode()).isEqualTo(404);
    var large = new byte[(1 << 20) + 1];
    assertThat(sender.post(large, "", "X-Signature", "known to two").statusCode()).isEqualTo(413);
  }

  @Test
  void withAKeyOnlyEncipheredMessagesOfWeChatAreTaken() throws Exception {
    var sender = new Sender(port, "enciphered");
    var text =
        "<xml><FromUserName>u</FromUserName><MsgType>text</MsgType><MsgId>77</MsgId>"
            + "<Content>空调安装后一直滴水，要求上门维修。</Content></xml>";
    var route =
        Files.readString(Path.of("routes/wechat.camel.yaml.draft"))
            .replace("webhook:wechat", "webhook:enciphered")
            .replace("id: wechat", "id: enciphered");
    var key = settings.getProperty("redress.webhooks.enciphered.encryption-key");
    try (var channel = ReadyChannel.on(settings, "enciphered", route)) {
      assertThat(sender.post(text.getBytes(UTF_8), Sender.wechat()).statusCode()).isEqualTo(401);
      var wrongKey = key.replace('a', 'z');
      assertThat(sender.postEnciphered(text, wrongKey).statusCode()).isEqualTo(401);
      assertThat(sender.postEnciphered(text, key).body()).isEqualTo("success");
      channel.awaitOneTicket("空调安装后一直滴水");
      channel.awaitReceived(1, 0);
    }
  }

  @Test
  void anAddressThatPostsTooMuchWaits() throws Exception {
    var sender = new Sender(port, "busy");
    assertThat(sender.postSigned("[]", Instant.now()).statusCode()).isEqualTo(503);
    assertThat(sender.postSigned("[]", Instant.now()).statusCode()).isEqualTo(503);
    assertThat(sender.postSigned("[]", Instant.now()).statusCode()).isEqualTo(429);
  }

  @Test
  void greetsThoseWhoCheckTheAddress() throws Exception {
    var whatsapp = new Sender(port, "whatsapp");
    var greeting = "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";
    assertThat(whatsapp.get(greeting + "agreed").body()).isEqualTo("1158201444");
    assertThat(whatsapp.get(greeting + "other").statusCode()).isEqualTo(401);
    var wechat = new Sender(port, "wechat");
    assertThat(wechat.get(Sender.wechat() + "&echostr=5927782489442352469").body())
        .isEqualTo("5927782489442352469");
    assertThat(wechat.get("?timestamp=1&nonce=2&signature=3&echostr=x").statusCode())
        .isEqualTo(401);
  }
}
