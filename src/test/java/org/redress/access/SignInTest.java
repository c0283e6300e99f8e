package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.TestService;
import org.redress.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

@TestService
class SignInTest {

  @LocalServerPort private int port;
  private Visitor visitor;

  @BeforeEach
  void openABrowser() {
    visitor = new Visitor(port);
  }

  @Test
  void leadsBackToThePageThatWasAskedFor() throws Exception {
    var asked = visitor.open("/queue/overdue");
    assertThat(asked.uri().getPath()).isEqualTo("/sign-in");

    var signedIn = visitor.signIn("agent", "agent");

    assertThat(signedIn.statusCode()).isEqualTo(200);
    assertThat(signedIn.uri().getPath()).isEqualTo("/queue/overdue");
  }

  @Test
  void aLinkKeepsItsLanguageThroughTheSignIn() throws Exception {
    var asked = visitor.open("/queue/overdue?lang=zh_CN");
    assertThat(asked.body()).contains("lang=\"zh-CN\"", "登录");

    var fields = Map.of("name", "auditor", "password", "auditor");
    var signedIn = visitor.submit("/sign-in", "/sign-in", fields);

    assertThat(signedIn.uri().getPath()).isEqualTo("/queue/overdue");
    assertThat(signedIn.body()).contains("lang=\"zh-CN\"");
    visitor.open("/account?lang=en");
  }

  @Test
  void evenAPageThatIsRefusedSpeaksTheLanguageAskedFor() throws Exception {
    visitor.signIn("auditor", "auditor");

    var refused = visitor.open("/failures?lang=zh_CN");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("lang=\"zh-CN\"", "hreflang=\"en\"");
    visitor.open("/account?lang=en");
  }

  @Test
  void refusesAWrongPassword() throws Exception {
    var refused = visitor.signIn("mei", "wrong");

    assertThat(refused.uri().toString()).endsWith("/sign-in?wrong");
    assertThat(refused.body()).contains("do not go together");
    assertThat(visitor.open("/queue/mine").uri().getPath()).isEqualTo("/sign-in");
  }

  @Test
  void makesWaitAfterFiveWrongPasswords() throws Exception {
    for (int i = 0; i < 5; i++) {
      visitor.signIn("lena", "wrong");
    }

    var refused = visitor.signIn("lena", "lena");

    assertThat(refused.uri().getQuery()).isEqualTo("wait=15");
    assertThat(refused.body()).contains("Please wait 15 minutes");
    assertThat(api("lena", "lena", "/api/v1/tickets").statusCode()).isEqualTo(429);
    assertThat(new Visitor(port).signIn("agent", "agent").uri().getPath()).isEqualTo("/queue/mine");
  }

  @Test
  void sendsThePartOfAPageToTheSignInPageAsAWhole() throws Exception {
    var part = visitor.open("/queue/mine", "HX-Request", "true");

    assertThat(part.statusCode()).isEqualTo(401);
    assertThat(part.headers().firstValue("HX-Refresh")).hasValue("true");
  }

  @Test
  void signsOut() throws Exception {
    visitor.signIn("agent", "agent");

    var out = visitor.submit("/queue/mine", "/sign-out", Map.of());

    assertThat(out.body()).contains("You are signed out");
    assertThat(visitor.open("/").uri().getPath()).isEqualTo("/sign-in");
  }

  @ParameterizedTest
  @CsvSource({
    "agent, /failures, 403",
    "agent, /queue/team/legal, 404",
    "agent, /queue/team/billing, 200",
    "agent, /actuator/env, 401",
    "integrator, /failures, 200",
    "integrator, /queue/mine, 403",
    "auditor, /queue/team/legal, 200",
    "auditor, /failures, 403",
    "manager, /queue/all, 200",
    "admin, /failures, 200"
  })
  void showsEachRoleItsOwnScreens(String name, String path, int status) throws Exception {
    visitor.signIn(name, name);

    assertThat(visitor.open(path).statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/complain", "/status", "/sign-in", "/css/redress.css", "/img/icons.svg"})
  void isNotNeededForPublicPages(String path) throws Exception {
    var response = visitor.open(path);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.uri().getPath()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/complain", "/sign-in", "/api/v1/tickets", "/nowhere"})
  void everyAnswerCarriesTheStrictHeaders(String path) throws Exception {
    var headers = visitor.open(path).headers();

    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
  }

  @Test
  void refusesAFormWithoutItsToken() throws Exception {
    visitor.signIn("agent", "agent");

    var refused = visitor.post("/account", Map.of("present", "agent"), "forged");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("This is not for you", "Reference");
  }

  @Test
  void tellsProgramsByProblemDetails() throws Exception {
    var unknown = api("agent", "wrong", "/api/v1/tickets");
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(unknown.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(unknown.body()).contains("\"status\":401", "\"instance\":\"/api/v1/tickets\"");

    var forbidden = api("agent", "agent", "/api/v1/failures");
    assertThat(forbidden.statusCode()).isEqualTo(403);
    assertThat(forbidden.body()).contains("Your roles do not allow this");
  }

  @Test
  void programsGetNoSession() throws Exception {
    var response = api("agent", "agent", "/api/v1/tickets");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().map()).doesNotContainKey("set-cookie");
  }

  @Test
  void healthIsForEveryoneAndTheRestForAdministrators() throws Exception {
    assertThat(visitor.open("/actuator/health", "Accept", "*/*").statusCode()).isEqualTo(200);
    assertThat(visitor.open("/actuator/prometheus").statusCode()).isEqualTo(401);
    assertThat(api("agent", "agent", "/actuator/prometheus").statusCode()).isEqualTo(403);
    assertThat(api("admin", "admin", "/actuator/prometheus").statusCode()).isEqualTo(200);
  }

  @Test
  void changesThePassword() throws Exception {
    visitor.signIn("lena", "lena");
    var weak = Map.of("present", "wrong", "fresh", "short", "again", "other");
    assertThat(visitor.submit("/account", "/account", weak).body())
        .contains("not your present password", "at least 10 characters", "passwords differ");

    var good =
        Map.of("present", "lena", "fresh", "tea at four o'clock", "again", "tea at four o'clock");
    assertThat(visitor.submit("/account", "/account", good).body())
        .contains("Your password is changed");

    assertThat(new Visitor(port).signIn("lena", "lena").uri().getQuery()).isEqualTo("wrong");
    assertThat(new Visitor(port).signIn("lena", "tea at four o'clock").uri().getPath())
        .isEqualTo("/queue/mine");
  }

  private HttpResponse<String> api(String name, String password, String path) throws Exception {
    var credentials = Base64.getEncoder().encodeToString((name + ":" + password).getBytes());
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Basic " + credentials)
                .build(),
            BodyHandlers.ofString());
  }
}
