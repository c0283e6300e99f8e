package org.redress.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.SessionNotCreatedException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium of this machine. */
final class Browser implements AutoCloseable {

  private static final List<String> BROWSERS =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
  private static final List<String> DRIVERS =
      List.of("/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver");

  private static final int TRIES = 4;

  private static final String INSIDE =
      "var box = arguments[0].getBoundingClientRect(); return {x: box.x + 20, y: box.y + 20}";

  /** Telling what is in order would take longer than looking at it. */
  private static final AxeRunOptions VIOLATIONS = new AxeRunOptions();

  static {
    VIOLATIONS.setResultTypes(List.of("violations"));
  }

  private final ChromeDriver driver;
  private String signedIn = "";
  private final String base;

  /** On a busy machine the browser may need longer than its driver waits; then it is tried anew. */
  private static ChromeDriver start(File driver, ChromeOptions options) {
    for (int tried = 1; ; tried++) {
      try {
        return new ChromeDriver(service(driver), options);
      } catch (SessionNotCreatedException tooSlow) {
        if (tried == TRIES) {
          throw tooSlow;
        }
      }
    }
  }

  private static ChromeDriverService service(File driver) {
    return new ChromeDriverService.Builder()
        .usingDriverExecutable(driver)
        .usingAnyFreePort()
        .withTimeout(Duration.ofSeconds(60))
        .build();
  }

  private Browser(ChromeDriver driver, String base) {
    this.driver = driver;
    this.base = base;
  }

  /** Opens a browser; where there is none the test is skipped, but fails in the build's own run. */
  static Browser open(int port) throws IOException {
    var browser = first(BROWSERS);
    var driver = first(DRIVERS);
    if (browser.isEmpty() || driver.isEmpty()) {
      var missing = "No Chromium with its driver here: install chromium and chromium-driver.";
      assertThat(System.getenv("CI")).as(missing).isNotEqualTo("true");
      Assumptions.abort("Screens are not tested. " + missing);
    }
    var options = new ChromeOptions();
    options.setBinary(browser.orElseThrow());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1440,1000",
        "--user-data-dir=" + Files.createTempDirectory("browser"));
    return new Browser(start(driver.orElseThrow(), options), "http://127.0.0.1:" + port);
  }

  private static Optional<File> first(List<String> files) {
    return files.stream().map(File::new).filter(File::canExecute).findFirst();
  }

  Browser go(String path) {
    complaints();
    driver.get(base + path);
    return this;
  }

  /** Sees to it that a demo user is signed in and reads English. */
  Browser signIn(String user) {
    if (!user.equals(signedIn)) {
      driver.manage().deleteAllCookies();
      signedIn = user;
    }
    go("/sign-in?lang=en");
    if (path().startsWith("/sign-in")) {
      type("#name", user).type("#password", user).press("main button");
      find(".sidebar");
      go("/account?lang=en"); // the person may have chosen another language before
    }
    return this;
  }

  String path() {
    return driver.getCurrentUrl().substring(base.length());
  }

  /** The text of the page; of the new one, where the page is just being replaced. */
  String text() {
    return waiting(30).until(d -> d.findElement(By.cssSelector("body")).getText());
  }

  private WebDriverWait waiting(int seconds) {
    var waiting = new WebDriverWait(driver, Duration.ofSeconds(seconds));
    waiting.ignoring(StaleElementReferenceException.class);
    return waiting;
  }

  WebElement find(String selector) {
    return waiting(30).until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(selector)));
  }

  Stream<String> texts(String selector) {
    return waiting(30)
        .until(
            d ->
                d.findElements(By.cssSelector(selector)).stream().map(WebElement::getText).toList())
        .stream();
  }

  /** Types into a field. */
  Browser type(String selector, String text) {
    find(selector).sendKeys(text);
    return this;
  }

  /** Types into whatever has the focus. */
  Browser keys(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
    return this;
  }

  /** Presses a button or link and waits until the page is another one. */
  Browser press(String selector) {
    inView(selector).click();
    return this;
  }

  private WebElement inView(String selector) {
    var found = find(selector);
    driver.executeScript(
        "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", found);
    return found;
  }

  /** Drags a file of this machine onto something and lets it fall. */
  Browser drop(Path file, String selector) {
    var place = (Map<?, ?>) driver.executeScript(INSIDE, inView(selector));
    var files = Map.of("items", List.of(), "files", List.of("" + file), "dragOperationsMask", 1);
    for (var step : List.of("dragEnter", "dragOver", "drop")) {
      driver.executeCdpCommand(
          "Input.dispatchDragEvent",
          Map.of("type", step, "x", place.get("x"), "y", place.get("y"), "data", files));
    }
    return this;
  }

  /** Waits until the page shows a text. */
  Browser shows(String text) {
    waiting(30)
        .withMessage(() -> "the page does not show '" + text + "' but:\n" + text())
        .until(d -> text().contains(text));
    return this;
  }

  /** Fails when the page keeps somebody out, or the browser complains about the page. */
  Browser isSound() {
    var axe = new AxeBuilder().withOptions(VIOLATIONS).setLegacyMode(); // there are no frames
    var violations = axe.analyze(driver).getViolations();
    assertThat(violations.stream().map(Browser::describe))
        .as("accessibility of " + path())
        .isEmpty();
    assertThat(complaints()).as("what the browser says about " + path()).isEmpty();
    return this;
  }

  /** What the browser complained about since it was asked last. */
  private List<String> complaints() {
    return driver.manage().logs().get("browser").getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  private static String describe(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getHelp()
        + " "
        + rule.getNodes().stream().map(n -> n.getHtml()).toList();
  }

  /** Gives the page another size. */
  Browser resize(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    return this;
  }

  /** Whether the page is wider than its window. */
  boolean scrollsSideways() {
    return Boolean.TRUE.equals(
        driver.executeScript(
            "return document.documentElement.scrollWidth > document.documentElement.clientWidth"));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
