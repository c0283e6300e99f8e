package org.redress.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.redress.CareDesk;
import org.redress.TestService;
import org.redress.Visitor;

/** The lists that agents live in, in a real browser: filters, views, keys, many at once, live. */
@TestService
class QueuesTest extends InTheBrowser {

  private final String word = "Queues" + UUID.randomUUID().toString().substring(0, 8);
  private final List<String> numbers = new ArrayList<>();

  @BeforeAll
  void complain() throws Exception {
    for (var text :
        List.of(
            "The lamp flickers " + word,
            "The invoice is wrong, I am furious " + word,
            "净水器漏水了，要求退款 " + word)) {
      numbers.add(desk.complain(text, CareDesk.someone()));
    }
  }

  @BeforeEach
  void signIn() {
    browser.resize(1440, 1000).signIn("manager");
  }

  @Test
  void filtersStandInTheAddressAndGoWithOnePress() {
    browser.go("/queue/all?q=" + word).press(".filter-menu summary");
    browser
        .type("select[name=language]", "Chinese")
        .press(".filter-form .btn")
        .shows(numbers.get(2));

    assertThat(browser.path()).contains("language=zh", "q=" + word);
    assertThat(browser.texts(".q-number")).containsExactly(numbers.get(2));
    browser.isSound();

    browser.press(".chip[href*='q=']").shows(numbers.get(0));
    assertThat(browser.path()).doesNotContain("language=");
    assertThat(browser.texts(".q-number")).containsExactlyInAnyOrderElementsOf(numbers);
  }

  @Test
  void everythingThatWasSaidIsFoundInBothLanguages() throws Exception {
    assertThat(found("漏水")).contains(numbers.get(2));
    assertThat(found("flick " + word)).containsExactly(numbers.get(0));
    assertThat(found(word + " 水器漏")).containsExactly(numbers.get(2));
    assertThat(found(word + " 水漏器")).isEmpty();

    browser.go("/tickets/" + numbers.get(0)).press(".note-form summary");
    browser
        .type("#note-text", "Asked the Wiesbaden" + word + " warehouse")
        .press(".note-form button[type=submit]");
    browser.shows("The note is kept");
    assertThat(found("wiesbaden" + word)).containsExactly(numbers.get(0));
  }

  private List<String> found(String text) throws Exception {
    var found = new ArrayList<String>();
    door.tickets(text).forEach(ticket -> found.add(ticket.get("number").asString()));
    return found;
  }

  @Test
  void ticketsAreChangedTogetherAndBackAgain() throws Exception {
    browser.go("/queue/all?q=" + word).press("[data-tick-all]").shows("3 ticked");
    browser
        .type("#bulk-what", "P4")
        .type("#bulk-reason", "Sorted by hand")
        .press(".bulk-bar button");

    browser.shows("3 tickets are P4").isSound();
    assertThat(door.get("/api/v1/tickets/" + numbers.get(1)).get("priority").asString())
        .isEqualTo("P4");
    assertThat(door.page("/api/v1/tickets/" + numbers.get(1) + "/history"))
        .contains("Sorted by hand");

    browser.press(".notice-undo button").shows("former priorities again");
    assertThat(door.get("/api/v1/tickets/" + numbers.get(1)).get("priority").asString())
        .isNotEqualTo("P4");
  }

  @Test
  void aViewIsKeptSharedAndForgotten() throws Exception {
    browser.go("/queue/all?q=" + word + "&language=en").press("[data-key=v]");
    browser.type("#view-name", "Mine " + word).type("#view-team", "Billing");
    browser.press(".keep-form button").shows("The view is kept");
    assertThat(browser.texts(".nav-view").filter(text -> text.contains(word)).toList())
        .singleElement(InstanceOfAssertFactories.STRING)
        .startsWith("Mine " + word)
        .endsWith("2");
    browser.isSound();

    assertThat(seenBy("agent", "/queue/mine")).contains("Mine " + word);
    assertThat(seenBy("auditor", "/queue/mine")).contains("Mine " + word);

    browser.press("form[action$='/forget'] button").shows("The view is forgotten");
    assertThat(seenBy("agent", "/queue/mine")).doesNotContain("Mine " + word);
  }

  private String seenBy(String user, String path) throws Exception {
    var visitor = new Visitor(port);
    visitor.signIn(user, user);
    return visitor.open(path).body();
  }

  @Test
  void theKeyboardIsEnough() {
    browser.go("/queue/all?q=" + word + "&sort=oldest").find("#rows");
    browser.keys("jjx").shows("1 ticked");
    browser.keys("k", Keys.ENTER).shows("What the customer said");
    assertThat(browser.path()).startsWith("/tickets/" + numbers.get(0));

    browser.keys("?").shows("On this page");
    browser.isSound().keys(Keys.ESCAPE);

    browser.type("body", Keys.chord(Keys.CONTROL, "k")).keys(numbers.get(1).toLowerCase());
    browser.shows("Go to ticket " + numbers.get(1)).isSound().keys(Keys.ENTER);
    browser.shows("The invoice is wrong");
    browser.keys("gt").find("#nav-today[aria-current]");
    assertThat(browser.path()).isEqualTo("/queue/today");

    browser.keys("/").keys("jk?");
    assertThat(browser.find("#search").getAttribute("value")).isEqualTo("jk?");
  }

  @Test
  void whatOthersDoIsShownWithoutReload() throws Exception {
    browser.go("/queue/all?q=" + word + "&priority=P1&sort=oldest").find("#queue");
    var number = numbers.get(0);
    door.post(
        "/api/v1/tickets/" + number + "/priority",
        "{\"value\": \"P1\", \"reason\": \"A live wire\"}");
    browser.shows("belongs here now").isSound();
    browser.press("#news a").shows(number);

    door.post(
        "/api/v1/tickets/" + number + "/priority",
        "{\"value\": \"P3\", \"reason\": \"No danger\"}");
    browser.shows("no longer in this list");
    assertThat(browser.find("#row-" + number).getAttribute("class")).contains("left");
  }

  @Test
  void allClocksAreShownToPointerAndKeyboard() {
    browser.go("/queue/all?q=" + word).find(".due button").sendKeys("");
    browser.shows("Understand the feeling").isSound();
  }

  @ParameterizedTest
  @CsvSource({
    "agent, /queue/bulk, owner:mei, 403",
    "agent, /queue/bulk, team:legal, 403",
    "auditor, /queue/bulk, owner:auditor, 403",
    "integrator, /queue/bulk, owner:integrator, 403"
  })
  void nobodyDoesToManyWhatIsNotTheirs(String user, String action, String what, int status)
      throws Exception {
    var visitor = new Visitor(port);
    visitor.signIn(user, user);
    var answer =
        visitor.submit(
            "/account",
            action,
            Map.of("number", numbers.get(0), "what", what, "back", "/queue/mine"));
    assertThat(answer.statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"/changes", "/queue/next", "/queue/today", "/queue/reviews", "/queue/clocks/RD-1"})
  void listsAreForWhoWorksWithTickets(String path) throws Exception {
    var visitor = signedIn("integrator");
    assertThat(visitor.open(path).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "/queue/today",
    "/queue/reviews",
    "/queue/all?priority=P1&due=in_time&from=2026-01-01"
  })
  void everyListIsSoundInBothLanguagesAndWidths(String path) {
    for (var language : new String[] {"zh_CN", "en"}) {
      for (var theme : new String[] {"dark", "light"}) {
        var sign = path.contains("?") ? "&" : "?";
        browser.go(path + sign + "lang=" + language + "&theme=" + theme).isSound();
      }
      for (int width : new int[] {390, 1024, 1440}) {
        assertThat(browser.resize(width, 900).scrollsSideways()).as(path + " " + width).isFalse();
      }
    }
  }
}
