package org.redress.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.FrontDoor;
import org.redress.TestService;
import org.redress.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

/** Forms made of files, as customers and programs meet them. */
@TestService
class FormsTest {

  private static final Duration SECONDS = Duration.ofSeconds(20);
  private static final String FORM =
      """
      title: {en: %s, zh: 试用表}
      lead: {en: Lead, zh: 说明}
      fields:
        text: {kind: long text, is: text, required: true, label: {en: Words, zh: 内容}}
      """;

  @LocalServerPort private int port;
  @Autowired private Environment settings;
  private Visitor visitor;

  @BeforeEach
  void openABrowser() {
    visitor = new Visitor(port);
  }

  private static Map<String, String> repair(String text) {
    return new HashMap<>(
        Map.of("appliance", "kettle", "order", "AB-123456", "text", text, "phone", "13800138000"));
  }

  private Path file(String name) {
    return Path.of(settings.getProperty("redress.forms.folder")).resolve(name + ".yml");
  }

  private void awaitPage(String path, String text) {
    await().atMost(SECONDS).until(() -> visitor.open(path).body().contains(text));
  }

  @Test
  void itsOwnFieldsStandOnTheTicketInWords() throws Exception {
    var word = "form" + UUID.randomUUID().toString().substring(0, 8);
    var form = repair("It leaks. " + word);
    form.put("bought", "2026-01-31");

    var sent = visitor.submit("/complain/repair?lang=en", "/complain/repair", form);

    assertThat(sent.body()).contains("Thank you, we have it");
    var door = new FrontDoor(settings);
    await().atMost(SECONDS).until(() -> !door.tickets(word).isEmpty());
    var number = door.tickets(word).get(0).get("number").asString();
    visitor.signIn("manager", "manager");
    assertThat(visitor.open("/tickets/" + number).body())
        .contains("Which appliance is it?: Kettle", "Bought on: 2026-01-31", "AB-123456")
        .contains("13800138000");
  }

  @Test
  void eachFieldSaysWhatIsWrongWithIt() throws Exception {
    var form = repair(" ");
    form.putAll(Map.of("appliance", "boat", "order", "123", "bought", "soon", "visits", "many"));

    var page = visitor.submit("/complain/repair?lang=zh_CN", "/complain/repair", form).body();

    assertThat(page).contains("请填写此项", "填写的内容似乎不对", "请按“年-月-日”填写日期", "请用数字填写");
    assertThat(page).contains("value=\"123\"", "value=\"soon\"", "value=\"13800138000\"");
  }

  @Test
  void aProgramThatOnlyPostsIsToldApart() throws Exception {
    var form = repair("Buy pills");
    form.put("proof", "");
    assertThat(visitor.submit("/complain/repair?lang=en", "/complain/repair", form).body())
        .contains("faster than a person writes", "Buy pills");

    form.put("proof", "AAAAAAAAAAAAAAAAAAAAAA.AAAA");
    form.put("work", Visitor.work("AAAAAAAAAAAAAAAAAAAAAA.AAAA"));
    assertThat(visitor.submit("/complain/repair?lang=en", "/complain/repair", form).body())
        .contains("faster than a person writes");
  }

  @Test
  void withScriptABrowserIsTakenAtOnce() throws Exception {
    try (var browser = Browser.open(port)) {
      browser.go("/complain/repair?lang=en").find("input[name=work]");
      browser.type("#text", "It leaks").type("#phone", "13800138000").isSound();
      browser.type("#appliance", "Kettle").press("main form button").shows("Thank you, we have it");
      browser.resize(390, 900).go("/complain/repair?lang=zh_CN").shows("报修与维修投诉").isSound();
      assertThat(browser.scrollsSideways()).isFalse();
    }
  }

  @Test
  void aFileIsAFormWhileTheServiceRuns() throws Exception {
    var name = "trial" + UUID.randomUUID().toString().substring(0, 8);
    assertThat(visitor.open("/complain/" + name).statusCode()).isEqualTo(404);

    Files.writeString(file(name), FORM.formatted("First"));
    awaitPage("/complain/%s?lang=en".formatted(name), "First");
    Files.writeString(file(name), FORM.formatted("Second"));
    awaitPage("/complain/" + name, "Second");
    Files.delete(file(name));
    await().atMost(SECONDS).until(() -> visitor.open("/complain/" + name).statusCode() == 404);
  }

  @Test
  void aBrokenFileLeavesTheLastGoodForm() throws Exception {
    var broken = "broken" + UUID.randomUUID().toString().substring(0, 8);
    var after = "after" + UUID.randomUUID().toString().substring(0, 8);
    Files.writeString(file(broken), FORM.formatted("Good"));
    awaitPage("/complain/%s?lang=en".formatted(broken), "Good");

    Files.writeString(file(broken), FORM.formatted("Bad").replace("long text", "long tale"));
    Files.writeString(file(after), FORM.formatted("Afterwards"));
    awaitPage("/complain/" + after, "Afterwards");

    assertThat(visitor.open("/complain/" + broken).body()).contains("Good").doesNotContain("Bad");
  }

  @Test
  void nobodyMayFrameAFormUntilTheSiteIsNamed() throws Exception {
    var page = visitor.open("/complain/repair?embed");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("frame-ancestors 'none'");
    assertThat(page.body()).doesNotContain("public-foot");
  }

  @Test
  void inAFrameTheThanksStayInTheFrame() throws Exception {
    var form = repair("It leaks");
    form.put("embed", "");
    var sent = visitor.submit("/complain/repair?embed&lang=en", "/complain/repair", form);
    assertThat(sent.uri().getPath()).startsWith("/complain/repair/thanks/R-");
    assertThat(sent.body()).contains("Thank you, we have it", "target=\"_blank\"");
  }
}
