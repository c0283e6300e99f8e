package org.redress.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.TestService;
import org.redress.decision.version.Draft;
import org.redress.decision.version.Drafts;
import org.redress.decision.version.RuleBooks;
import org.springframework.beans.factory.annotation.Autowired;

/** The rule book in a real browser: from a draft into force and back, and from a ticket. */
@TestService
class RulesScreensTest extends InTheBrowser {

  private static final String TABLE = "compensation/compensation.csv";

  /** Speaks for the customer of this test alone, so that other tests are not disturbed. */
  private static final String ROW =
      "Testers get an upgrade,,tester,,,,,,,,,upgrade,610,Testers are patient.,测试客户很有耐心。,,\n";

  @Autowired private Drafts drafts;
  @Autowired private RuleBooks books;
  private String number;
  private String first;

  @BeforeAll
  void complain() throws Exception {
    first = books.active().version();
    var word = "Rules" + UUID.randomUUID();
    door.complain(
        """
        {"text": "The app crashes again and again.", "subject": "App %s", "channel": "web",
         "customer": {"name": "Tess Ter", "email": "tess@example.com", "tier": "tester"}}
        """
            .formatted(word));
    await().atMost(Duration.ofSeconds(20)).until(() -> !door.tickets(word).isEmpty());
    number = door.tickets(word).get(0).get("number").asString();
  }

  @AfterAll
  void leaveEverythingAsItWas() {
    drafts.open().forEach(draft -> drafts.end(draft.id(), Draft.Status.DROPPED));
    if (!books.active().version().equals(first)) {
      books.rollback(first, "manager");
    }
  }

  @BeforeEach
  void signIn() {
    browser.resize(1440, 1000).signIn("manager");
  }

  private static String text(Draft draft, String file) {
    return new String(Objects.requireNonNull(draft.files().content(file)), StandardCharsets.UTF_8);
  }

  private Draft changed(Draft draft) {
    var seen = draft.files().content(TABLE);
    var content =
        (text(draft, TABLE).stripTrailing() + "\n" + ROW).getBytes(StandardCharsets.UTF_8);
    return drafts.save(draft, TABLE, seen, content, "manager");
  }

  @Test
  void aDraftIsTriedComparedActivatedAndTakenBack() {
    browser.go("/rules").press("#new-draft").type("#draft-title", "Upgrades for testers");
    browser.press(".pop[open] button").shows("Nothing changed yet");
    var draft = changed(drafts.open().get(0));
    var page = "/rules/drafts/" + draft.id();

    browser.go(page).shows("1 place changed").shows("Testers get an upgrade").shows("No errors");
    browser.press("#try").shows("1 complaint decided differently").shows("+");
    assertThat(browser.find(".path .done:nth-child(4)").getText()).contains("would differ");
    browser.isSound();

    browser.press(".different-number").shows("decided twice").shows("Testers are patient.");
    browser.isSound();

    browser.go(page).type("#comment", "Testers wait for nobody").press("#activate .btn-primary");
    browser.shows("The draft is in force").shows("Testers wait for nobody");
    assertThat(books.active().version()).isEqualTo(draft.version());
    browser.go("/rules/versions/" + draft.version()).shows("What changed");
    assertThat(browser.texts(".row-added").toList().toString()).contains("Testers get an upgrade");

    browser.go("/tickets/" + number + "/replay").shows("answer 1 question differently");
    browser.shows("exactly as recorded").isSound();

    browser.go("/rules/versions/" + first).press("#bring-back").press(".pop[open] button");
    browser.shows("The earlier version is in force again").shows("Brought back");
    assertThat(books.active().version()).isEqualTo(first);
  }

  @Test
  void aDraftLeftBehindIsBroughtUpToDate() {
    var behind = drafts.create("Behind", first, books.activeFiles(), "manager");
    var examples = text(behind, "team/examples.yml") + "\n# A remark\n";
    drafts.save(
        behind,
        "team/examples.yml",
        behind.files().content("team/examples.yml"),
        examples.getBytes(StandardCharsets.UTF_8),
        "manager");
    var ahead = changed(drafts.create("Ahead", first, books.activeFiles(), "lead"));
    books.activate(ahead.id(), "lead", "Ahead");

    browser.go("/rules/drafts/" + behind.id()).press("#update").shows("Testers get an upgrade");
    browser.isSound().press("main .btn-primary").shows("The draft holds both changes now");

    var merged = drafts.find(behind.id()).orElseThrow();
    assertThat(text(merged, TABLE)).contains(ROW);
    assertThat(text(merged, "team/examples.yml")).isEqualTo(examples);
    books.rollback(first, "manager");
  }

  @Test
  void aTicketBecomesAnExampleInOneClick() {
    browser.go("/tickets/" + number + "?tab=why").press("#why-team .link-button");
    browser.shows("The example stands in your draft").shows("copied as they are").isSound();

    var draft =
        drafts.open().stream().filter(d -> d.author().equals("manager")).findFirst().orElseThrow();
    assertThat(text(draft, "team/examples.yml")).contains("The app crashes again and again.");
    browser.press(".example-draft").shows("examples come out as they should");
  }

  @Test
  void aRuleThatDidNotSpeakSaysWhy() {
    browser.go("/tickets/" + number + "?tab=why").press("#why-priority .why-not-link");
    browser.type("#why-not-priority input[name=rule]", "A member is not put off");
    browser.press("#why-not-priority button").shows("1 condition does not hold");

    assertThat(browser.find("#why-not-priority .fails").getText())
        .contains("Customer tier", "Silver or Gold or Platinum");
    assertThat(browser.find("#why-not-priority .holds").getText()).contains("About");
    browser.isSound();
  }

  @Test
  void everyScreenIsSoundInBothLanguagesAndWidths() {
    var draft = changed(drafts.create("Sound", first, books.activeFiles(), "lead"));
    var screens =
        List.of(
            "/rules",
            "/rules/drafts/" + draft.id(),
            "/rules/drafts/" + draft.id() + "/compare/" + number,
            "/rules/versions/" + first + "?file=" + TABLE,
            "/tickets/" + number + "/why-not?question=priority",
            "/tickets/" + number + "/replay");
    for (var path : screens) {
      for (var language : List.of("zh_CN", "en")) {
        browser.go(path + (path.contains("?") ? "&" : "?") + "lang=" + language).isSound();
        for (int width : new int[] {390, 1024, 1440}) {
          assertThat(browser.resize(width, 900).scrollsSideways()).as(path + " " + width).isFalse();
        }
      }
    }
  }
}
