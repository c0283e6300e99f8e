package org.redress.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.redress.CareDesk;
import org.redress.TestService;
import org.redress.Visitor;
import tools.jackson.databind.JsonNode;

/** A call written down while the customer speaks. */
@TestService
class CallEntryTest extends InTheBrowser {

  private static final Duration SECONDS = Duration.ofSeconds(20);

  private Visitor visitor;

  @BeforeEach
  void signIn() throws Exception {
    visitor = signedIn("agent");
  }

  private static String word() {
    return "call" + UUID.randomUUID().toString().substring(0, 8);
  }

  private JsonNode ticket(String word) {
    await().atMost(SECONDS).until(() -> !tickets(word).isEmpty());
    return tickets(word).get(0);
  }

  private JsonNode tickets(String word) {
    try {
      return door.tickets(word);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void byKeyboardAloneWithTheRulesTellingWhatTheyConclude() {
    var word = word();
    browser.signIn("agent").go("/calls/new");
    browser.keys("020 7946 0999", Keys.TAB, "Grace Hopper", Keys.TAB, Keys.TAB);
    browser
        .shows("Nobody on record fits")
        .keys("My kettle caught fire and burned my hand! " + word)
        .shows("Someone may be in danger")
        .shows("P1, at once");
    assertThat(browser.texts(".concluded-clocks b")).isNotEmpty();
    browser.isSound();
    browser.keys(Keys.TAB, Keys.TAB, Keys.TAB, Keys.ARROW_RIGHT).shows("You have every reason");
    browser.press("#send").shows("The call is on record");

    var ticket = ticket(word);
    assertThat(ticket.get("emotion").asString()).isEqualTo("furious");
    assertThat(ticket.get("channel").asString()).isEqualTo("phone");
    browser.shows(ticket.get("number").asString());
    browser.go("/calls/new");
    assertThat(browser.find("#text").getAttribute("value")).isEmpty();
  }

  @Test
  void whatIsWrittenSurvivesALostSession() {
    var word = word();
    browser.signIn("lead").go("/calls/new").type("#phone", "4711").type("#text", "Late, " + word);
    browser.press("input[value=apology]").shows("Heard from the customer.");
    browser.signIn("tom");
    browser.signIn("lead").go("/calls/new").shows("not sent yet");

    assertThat(browser.find("#text").getAttribute("value")).isEqualTo("Late, " + word);
    assertThat(browser.find("input[value=apology]").isSelected()).isTrue();
    browser.press("#draft-drop").go("/calls/new");
    assertThat(browser.find("#text").getAttribute("value")).isEmpty();
  }

  @Test
  void fitsASmallScreenInBothLanguages() {
    browser.signIn("mei").resize(390, 900).go("/calls/new?lang=zh_CN").shows("发生了什么事");
    browser.type("#text", "快递员态度恶劣，我很生气，要求道歉").shows("规则的判断").shows("人员的失误").isSound();
    assertThat(browser.scrollsSideways()).isFalse();
    browser.resize(1440, 1000);
  }

  @Test
  void whatTheAgentHeardGoesBeforeWhatTheRulesRead() throws Exception {
    var word = word();
    send(Map.of("text", "The parcel came late. " + word, "feeling", "upset", "wants", "apology"));

    var number = ticket(word).get("number").asString();
    var decision = door.get("/api/v1/tickets/%s/decision".formatted(number)).toString();
    assertThat(ticket(word).get("emotion").asString()).isEqualTo("upset");
    assertThat(decision).contains("Heard from the customer.");
    visitor = signedIn("manager");
    assertThat(visitor.open("/tickets/%s?tab=why".formatted(number)).body())
        .contains("Said by Alex Chen", "Taken down by Alex Chen");
    assertThat(visitor.open("/tickets/%s/replay".formatted(number)).body())
        .contains("Heard from the customer.");
  }

  @Test
  void aCustomerOnRecordIsFoundWhileTypingWithWhatIsOpen() throws Exception {
    var email = CareDesk.someone();
    var number = desk.complain("The parcel is late.", email);
    var phone = CareDesk.phoneOf(email);

    var found = part("/calls/customers", Map.of("phone", phone.substring(3)));
    assertThat(found).contains("Ada Byron", email, "Add to " + number, "1 complaint so far");
    var exact = part("/calls/customers", Map.of("phone", phone));
    assertThat(exact).contains("Ada Byron").doesNotContain("A new customer");
  }

  @Test
  void aCallAboutAnOpenTicketJoinsIt() throws Exception {
    var number = desk.complain("The parcel is late.", CareDesk.someone());
    var word = word();

    var sent = send(Map.of("text", "Still nothing. " + word, "who", "t:" + number));

    assertThat(sent).contains("Added to " + number);
    desk.awaitHistory(number, "customer_replied", entry -> true);
    assertThat(tickets(word)).allMatch(found -> found.get("number").asString().equals(number));
  }

  @Test
  void theSameCallSentTwiceIsOneTicket() throws Exception {
    var word = word();
    var call = Map.of("text", "Twice. " + word, "id", UUID.randomUUID().toString());
    send(call);
    ticket(word);
    send(call);

    var last = word();
    send(Map.of("text", "Afterwards. " + last));
    ticket(last);
    assertThat(tickets(word)).hasSize(1);
  }

  @Test
  void mistakesAreExplainedAndNothingTypedIsLost() throws Exception {
    var page =
        visitor
            .submit(
                "/calls/new?lang=zh_CN",
                "/calls",
                Map.of("text", " ", "email", "ada@", "name", "王芳"))
            .body();
    assertThat(page).contains("请记录客户说了什么", "邮箱地址似乎不完整", "王芳");
    assertThat(
            visitor
                .submit("/calls/new?lang=en", "/calls", Map.of("text", "x", "who", "t:RD-1"))
                .body())
        .contains("The ticket to add to is not there any more");
  }

  @Test
  void answersThatNobodyKnowsAreRefusedAtTheApi() throws Exception {
    var refused =
        door.post(
            "/api/v1/complaints",
            "{\"text\":\"x\",\"heard\":{\"by\":\"bot\",\"answers\":{\"emotion\":[\"cross\"]}}}");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("heard.answers.emotion", "cross", "furious");
  }

  @Test
  void onlyThoseWhoWorkOnTicketsTakeCalls() throws Exception {
    var integrator = signedIn("integrator");
    assertThat(integrator.open("/calls/new").statusCode()).isEqualTo(403);
  }

  private String send(Map<String, String> call) throws Exception {
    return visitor.submit("/calls/new?lang=en", "/calls", call).body();
  }

  private String part(String action, Map<String, String> call) throws Exception {
    return visitor.submit("/calls/new?lang=en", action, call).body();
  }
}
