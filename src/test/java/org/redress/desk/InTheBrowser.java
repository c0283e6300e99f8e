package org.redress.desk;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.redress.AtTheDesk;

/** A test that uses the screens in a real browser, one for the class. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class InTheBrowser extends AtTheDesk {

  Browser browser;

  @BeforeAll
  void openTheBrowser() throws Exception {
    openTheDesk();
    browser = Browser.open(port);
  }

  @AfterAll
  void closeTheBrowser() {
    if (browser != null) {
      browser.close();
    }
  }
}
