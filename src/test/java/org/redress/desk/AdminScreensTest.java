package org.redress.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.TestService;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of those who look after the service. */
@TestService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdminScreensTest {

  @LocalServerPort private int port;
  private Browser browser;

  @BeforeAll
  void openTheBrowser() throws Exception {
    browser = Browser.open(port);
  }

  @AfterAll
  void closeTheBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

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

  @ParameterizedTest
  @ValueSource(strings = {"/calendars?calendar=cn&year=2026&start=2026-09-30T17:00&span=3wd"})
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
