package org.redress.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.CareDesk;
import org.redress.TestService;
import org.redress.Visitor;

/** The pages of those who look after the service. */
@TestService
class AdminScreensTest extends InTheBrowser {

  @BeforeEach
  void signIn() {
    browser.resize(1440, 1000).signIn("admin");
  }

  @Test
  void theYearShowsHolidaysAndMakeUpDays() {
    browser.go("/calendars?calendar=cn&year=2026").shows("2026 at a glance");

    assertThat(browser.text())
        .contains("Monday – Friday", "09:00–12:00, 13:00–18:00", "holiday: National Day")
        .contains("Oct 1, 2026 – Oct 7, 2026", "make-up day: Spring Festival");
    assertThat(browser.texts(".month .day-make_up").count()).isGreaterThan(3);
    browser.go("/calendars?calendar=cn&year=2026&lang=zh_CN").shows("2026 年一览");
    assertThat(browser.text()).contains("节假日：国庆节", "调休上班：春节", "星期一 – 星期五");
    browser.go("/calendars?calendar=nowhere&lang=en").shows("There is no calendar called nowhere");
  }

  @Test
  void whatIsDueIsWorkedOutWithWhatWasSkipped() {
    browser.go("/calendars?calendar=cn&year=2026");
    browser.find("#span").clear();
    browser.type("#span", "2wd").press(".due-go button").shows("2 working days later");

    browser
        .go("/calendars?calendar=cn&start=2026-09-30T17:00&span=2wh")
        .shows("Thu 8 Oct 2026 10:00");
    assertThat(browser.text()).contains("holiday: National Day", "counts", "skipped");
    browser
        .go("/calendars?calendar=cn&start=2026-09-30T17:00&span=soon")
        .shows("is not understood");
    browser.go("/calendars?calendar=cn&start=soon&span=2wh").shows("The start is not a date");
    browser.go("/calendars?calendar=cn&start=2199-12-31T10:00&span=9w").shows("ten years away");
  }

  @Test
  void everyoneIsShownWithTeamsDutyAndLoad() {
    browser.go("/people").shows("People and teams");

    assertThat(browser.text())
        .contains("teams.yml", "Mei Zhang", "on duty", "of 100,000", "just now")
        .contains("Installation and repair", "Grace Li");
  }

  @Test
  void whoDidWhatIsFoundPageByPage() throws Exception {
    var number = "";
    for (int i = 0; i < 15; i++) {
      number = desk.complain("The lid is loose.", CareDesk.someone());
    }
    desk.step(number, "listen", "{}");

    browser.go("/audit?person=admin&kind=care_step").shows(number);
    assertThat(browser.texts(".deeds li").findFirst().orElseThrow())
        .contains("Administrator", "finished the step", number);
    browser.go("/audit?kind=rule_book&person=redress").shows("Nobody did such a thing");
    browser.go("/audit?kind=rule_book").shows("put the rule book");
    browser.go("/audit?from=soon&until=never&after=x&person=redress").shows("Older");

    var first = browser.texts(".deeds li").toList();
    browser.press(".pager a").find(".deeds");
    assertThat(browser.texts(".deeds li").toList()).isNotEmpty().doesNotContainAnyElementsOf(first);
  }

  @Test
  void everyNoticeIsShownInBothLanguages() throws Exception {
    var admin = signedIn("admin");
    var names =
        Pattern.compile("href=\"(/notices\\?name=[a-z_]+)\"")
            .matcher(admin.open("/notices").body());
    var pages = names.results().map(found -> found.group(1)).toList();

    assertThat(pages).hasSizeGreaterThan(16);
    for (var page : pages) {
      var shown = admin.open(page);
      assertThat(shown.statusCode()).as(page).isEqualTo(200);
      assertThat(shown.body()).as(page).contains(".en.txt", ".zh.txt").doesNotContain("{{");
    }
  }

  @Test
  void aMessageIsTriedWithoutBeingTaken() throws Exception {
    var word = "t" + UUID.randomUUID().toString().substring(0, 13);
    browser.go("/channels").press("#try-sample").press("#try").shows("There is nothing to try yet");
    var mail =
        "From: Ada <ada@example.org>\\nSubject: Fire\\n\\nMy kettle caught fire! %s"
            .formatted(word);
    browser
        .type("#text", mail.replace("\\n", "\n"))
        .press("#try")
        .shows("It would open a new ticket");

    assertThat(browser.text()).contains("Fire", "ada@example.org", "P1, at once", "Safety");
    browser
        .go("/channels/try")
        .type("#text", "{\"text\": ")
        .press("#try")
        .shows("This is not JSON");
    assertThat(door.tickets(word)).isEmpty();
  }

  @Test
  void aPersonsLanguageGoesAlongAndStrangersKeepTheirs() throws Exception {
    var signIn = Map.of("name", "auditor", "password", "auditor");
    var atWork = signedIn("auditor");
    assertThat(atWork.open("/account?lang=zh_CN").body()).contains("随您的账户保存");

    var atHome = new Visitor(port);
    assertThat(atHome.open("/complain").body()).contains("lang=\"en\"");
    assertThat(atHome.submit("/sign-in", "/sign-in", signIn).body()).contains("lang=\"zh-CN\"");
    assertThat(atHome.open("/account?lang=en").body()).contains("Kept with you");

    var later = new Visitor(port);
    later.open("/complain?lang=zh_CN");
    assertThat(later.submit("/sign-in", "/sign-in", signIn).body()).contains("lang=\"en\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/people", "/audit", "/notices"})
  void whatAdministratorsLookAfterIsNotForAgents(String path) throws Exception {
    var agent = signedIn("agent");
    assertThat(agent.open(path).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/calendars?calendar=cn&year=2026&start=2026-09-30T17:00&span=3wd",
        "/people",
        "/audit?person=redress",
        "/notices?name=escalated",
        "/channels/try"
      })
  void everyPageIsSoundInBothLanguagesAndWidths(String path) {
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
