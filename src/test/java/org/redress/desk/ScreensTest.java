package org.redress.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.CareDesk;
import org.redress.TestService;
import org.redress.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The screens in a real browser, as people use them. */
@TestService
class ScreensTest extends InTheBrowser {

  private static final String COMPLAINT =
      "My kettle caught fire and burned my hand. I am furious and want my money back! ";

  @Autowired private JdbcClient jdbc;
  private final String word = "Screens" + UUID.randomUUID();
  private String number;

  @BeforeAll
  void complain() throws Exception {
    door.complain(
        """
        {"text": "%s", "subject": "Kettle on fire %s", "channel": "web",
         "customer": {"name": "Ada Byron", "email": "ada.byron@example.com", "tier": "gold"}}
        """
            .formatted(COMPLAINT, word));
    await().atMost(Duration.ofSeconds(20)).until(() -> !door.tickets(word).isEmpty());
    number = door.tickets(word).get(0).get("number").asString();
  }

  @BeforeEach
  void signIn() {
    browser.resize(1440, 1000).signIn("manager");
  }

  @Test
  void anAgentWorksOnATicket() {
    browser.go("/queue/all?q=Kettle").shows("Kettle on fire");
    browser.go("/tickets/" + number).shows(COMPLAINT.strip()).shows("Furious").shows("Gold");

    browser.press("form[action$='/owner'] button").shows("You own this ticket now");
    browser.go("/queue/mine").shows(number);

    browser.go("/tickets/" + number).type("#listen-note", "Burned hand, wants the money back");
    browser.press(".next-step button").shows("The step is done").shows("1 of 8 done");
    assertThat(browser.find(".care-steps [aria-current=step]").getText())
        .isEqualTo("Understand the feeling");

    browser.type("#reply-text", "We are so sorry. Is your hand better?");
    browser.press("#send-reply").shows("Your reply goes out in").find(".message-out");
    assertThat(browser.texts(".message-out .message-text"))
        .containsExactly("We are so sorry. Is your hand better?");

    browser.press(".note-form summary").type("#note-text", "Ask product safety");
    browser.press(".note-form button[type=submit]").shows("The note is kept");

    browser.press(".tabs a[href*='tab=history']").shows("replied to the customer");
    assertThat(browser.text()).contains("finished the step \"Listen\"", "left an internal note");
  }

  @Test
  void aFileDroppedOnAReplyGoesOutWithIt(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("steps.txt"), "Turn it twice");
    var ticket = "/tickets/" + desk.complain("The lid is loose.", CareDesk.someone());

    browser.go(ticket).type("#reply-text", "Here is how").drop(file, "#reply-text");
    browser.find("#enclosed .file-remove");
    assertThat(browser.texts("#enclosed .file")).singleElement().asString().contains("steps.txt");
    assertThat(browser.find("#reply-text").getAttribute("value")).isEqualTo("Here is how");
    browser.isSound().press("#send-reply").shows("Your reply goes out in").find(".message-out");

    var link = browser.find(".message-out .files a").getAttribute("href");
    assertThat(manager().open(URI.create(link).getPath()).body()).isEqualTo("Turn it twice");
  }

  @Test
  void everyAnswerIsExplained() {
    browser.go("/tickets/" + number).press(".tabs a[href*='tab=why']").shows("How urgent is it?");

    assertThat(browser.texts(".questions > li > .question")).hasSize(13);
    assertThat(browser.find("#why-priority").getText())
        .contains("P1, at once", "Harm", "Critical", "Rule: ", "priority/priority.csv:");
    assertThat(browser.find("#why-emotion").getText()).contains("Furious", "“furious”");
    assertThat(browser.find(".named").getText()).contains("Products", "kettle");
    assertThat(browser.path()).endsWith("tab=why");
  }

  @Test
  void theLanguageChangesAndStays() {
    browser.go("/tickets/" + number).press(".choice[hreflang=zh-CN]").shows("客户原话");
    assertThat(browser.text()).contains("暴怒", "金卡", "聆听", "处理步骤");

    browser.go("/queue/all").shows("全部工单").isSound();
    assertThat(browser.find("html").getAttribute("lang")).isEqualTo("zh-CN");
  }

  @Test
  void aFilterStaysInTheAddress() {
    browser.go("/queue/all?q=" + word).press(".filter-menu summary");
    browser.type("select[name=status]", "Closed").press(".filter-form .btn");

    browser.shows("No ticket fits these filters");

    assertThat(browser.path()).startsWith("/queue/all?").contains("status=closed", "q=" + word);
  }

  @Test
  void aCustomerComplainsAndSeesHowItStands() {
    browser.go("/complain").type("#text", "The parcel never came").press("main form button");

    browser.shows("Thank you, we have it").isSound();

    assertThat(browser.find(".receipt-number").getText()).matches("R(-[0-9A-Z]{4}){3}");
    browser.shows("The way so far").isSound();
    browser.type("#text", "It is still missing").press("form[action$='/messages'] button");
    browser.shows("Thank you, we have added it");
  }

  @Test
  void lightAndDarkAreKept() {
    browser.go("/account?theme=dark").isSound();
    browser.go("/account").isSound();
    assertThat(browser.find("html").getAttribute("data-bs-theme")).isEqualTo("dark");
    browser.go("/account?theme=light");
  }

  @ParameterizedTest
  @CsvSource({
    "/queue/mine",
    "/queue/all",
    "/queue/overdue",
    "/follow-ups?view=team",
    "/reviews",
    "/account",
    "/complain",
    "/status",
    "/tickets/-",
    "/tickets/-?tab=why",
    "/tickets/-?tab=history"
  })
  void everyScreenIsSoundInBothLanguagesAndWidths(String screen) {
    var path = screen.replace("/-", "/" + number);
    for (var language : new String[] {"zh_CN", "en"}) {
      browser.go(path + (path.contains("?") ? "&" : "?") + "lang=" + language).isSound();
      for (int width : new int[] {390, 1024, 1440}) {
        assertThat(browser.resize(width, 900).scrollsSideways()).as(path + " " + width).isFalse();
      }
    }
  }

  @Test
  void theCallTheLessonAndTheCustomersAnswerAreSound() throws Exception {
    var solved = desk.complain("The leaflet is hard to read.", CareDesk.someone());
    desk.solve(solved);
    var link =
        jdbc.sql(
                """
                select n.body from notice n join ticket t on t.id = n.ticket_id
                where t.number = :number and n.name = 'survey'
                """)
            .param("number", solved)
            .query(String.class)
            .single()
            .lines()
            .filter(line -> line.contains("/survey/"))
            .findFirst()
            .orElseThrow();
    for (var path : new String[] {"/tickets/" + solved, link.substring(link.indexOf("/survey/"))}) {
      for (var language : new String[] {"zh_CN", "en"}) {
        browser.go(path.replaceFirst("\\?.*", "") + "?lang=" + language).isSound();
        assertThat(browser.resize(390, 900).scrollsSideways()).as(path).isFalse();
        browser.resize(1440, 1000);
      }
    }
    browser.press(".scale label:last-child input").press("main form button");
    browser.shows("Thank you for your answer").isSound();
    browser.go("/tickets/" + solved).shows("1 of 5, Not at all satisfied").isSound();
  }

  @Test
  void mistakesHavePages() {
    browser.go("/nowhere");
    assertThat(browser.text()).contains("There is nothing here", "Reference");

    browser.go("/failures").shows("This is not for you");
  }

  @Test
  void assetsBearTheirVersionAndStay() throws Exception {
    var visitor = new Visitor(port);
    var page = visitor.open("/sign-in").body();
    for (var asset :
        List.of("/css/redress-%s.css", "/js/redress-%s.js", "/img/icons-%s.svg", "/webjars/%s")) {
      var pattern = Pattern.compile("\"(" + asset.formatted("[^\"#]+") + ")[\"#]");
      assertThat(page).as(asset).containsPattern(pattern);
      var links = pattern.matcher(page);
      links.find();
      var answer = visitor.open(links.group(1));
      assertThat(answer.statusCode()).as(links.group(1)).isEqualTo(200);
      assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("31536000");
    }
    visitor.signIn("manager", "manager");
    assertThat(visitor.open("/queue/mine").body()).contains("href=\"/queue/overdue\"");
  }
}
