package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.redress.TestService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every address of the service as everybody, and compares with the table of who may. */
@TestService
class RolesTest {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final String STRANGER = "stranger";
  private static final Set<String> STAFF =
      Set.of("agent", "lead", "manager", "integrator", "admin", "auditor");
  private static final Map<String, Set<String>> GROUPS =
      Map.of(
          "everyone",
              Set.of(STRANGER, "agent", "lead", "manager", "integrator", "admin", "auditor"),
          "staff", STAFF,
          "ticket-readers", Set.of("agent", "lead", "manager", "admin", "auditor"),
          "ticket-workers", Set.of("agent", "lead", "manager", "admin"),
          "figure-readers", Set.of("lead", "manager", "admin", "auditor"),
          "rule-readers", Set.of("manager", "admin", "auditor"),
          "rule-makers", Set.of("manager", "admin"),
          "failure-desk", Set.of("integrator", "admin"));

  /** Somebody signed in, with the token of the forms. */
  private record Person(HttpClient http, String token) {}

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  @LocalServerPort private int port;
  private final Map<String, Person> people = new HashMap<>();

  @Test
  void everyAddressIsOpenToWhomTheTableNamesAndToNobodyElse() throws Exception {
    var table = table();
    var addresses = addresses();
    assertThat(addresses)
        .as("no line in roles.txt")
        .filteredOn(a -> !table.containsKey(a))
        .isEmpty();
    assertThat(table.keySet()).as("lines of nothing").isSubsetOf(addresses);

    var wrong = new ArrayList<String>();
    for (var line : table.entrySet()) {
      var method = line.getKey().split(" ")[0];
      var path = line.getKey().split(" ")[1];
      for (var who : GROUPS.get("everyone")) {
        var allowed = GROUPS.get(line.getValue()).contains(who);
        if (allowed && !method.equals("GET") && !path.contains("{")) {
          continue; // it would change something; what it does is tested where it belongs
        }
        var answer = ask(who, method, path);
        if (allowed == isRefused(answer) || answer.statusCode() >= 500) {
          wrong.add("%s as %s: %d".formatted(line, who, answer.statusCode()));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private Map<String, String> table() throws Exception {
    try (var table = RolesTest.class.getResourceAsStream("roles.txt")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\\s+"))
          .collect(
              Collectors.toMap(
                  cells -> cells[1] + " " + cells[2],
                  cells -> cells[0],
                  (a, b) -> a,
                  TreeMap::new));
    }
  }

  private Set<String> addresses() {
    var found = new TreeSet<String>();
    mappings
        .getHandlerMethods()
        .forEach(
            (info, handler) -> {
              if (handler.getBeanType().getName().startsWith("org.redress.")) {
                info.getMethodsCondition()
                    .getMethods()
                    .forEach(m -> info.getPatternValues().forEach(p -> found.add(m + " " + p)));
              }
            });
    return found;
  }

  private static boolean isRefused(HttpResponse<InputStream> answer) {
    return List.of(401, 403).contains(answer.statusCode())
        || answer.headers().firstValue("Location").orElse("").contains("/sign-in");
  }

  /** Asks for something that does not exist; who may ask is told so, who may not is not. */
  private HttpResponse<InputStream> ask(String who, String method, String pattern)
      throws Exception {
    var path =
        pattern
            .replaceAll("\\{\\w+:(\\w+)[^}]*}", "$1")
            .replaceAll("\\{id}", "999999999")
            .replaceAll("\\{\\w+}", "none");
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header(
                "Accept", path.equals("/changes") ? "text/event-stream" : "text/html, */*;q=0.5")
            .method(method, BodyPublishers.noBody());
    var answer =
        path.startsWith("/api/") || path.startsWith("/hooks/")
            ? program(who, request)
            : browser(who, request);
    answer.body().close();
    return answer;
  }

  private static HttpResponse<InputStream> program(String who, HttpRequest.Builder request)
      throws Exception {
    if (!who.equals(STRANGER)) {
      var credentials = (who + ":" + who).getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
  }

  private HttpResponse<InputStream> browser(String who, HttpRequest.Builder request)
      throws Exception {
    var person = person(who);
    request.header("X-XSRF-TOKEN", person.token());
    return person.http().send(request.build(), BodyHandlers.ofInputStream());
  }

  private Person person(String who) throws Exception {
    var known = people.get(who);
    if (known != null) {
      return known;
    }
    var http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    var token = token(send(http, "GET", "/sign-in", ""));
    if (!who.equals(STRANGER)) {
      send(http, "POST", "/sign-in", "name=%s&password=%s&_csrf=%s".formatted(who, who, token));
      token = token(send(http, "GET", "/account", ""));
    }
    people.put(who, new Person(http, token));
    return people.get(who);
  }

  private static String token(String page) {
    var token = TOKEN.matcher(page);
    assertThat(token.find()).as(page).isTrue();
    return token.group(1);
  }

  private String send(HttpClient person, String method, String path, String form) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(method, BodyPublishers.ofString(form));
    return person.send(request.build(), BodyHandlers.ofString()).body();
  }
}
