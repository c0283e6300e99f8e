package org.redress;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Someone with a browser, without the browser: keeps cookies, follows redirects, sends forms. */
public final class Visitor {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private static final Pattern PROOF = Pattern.compile("name=\"proof\" value=\"([^\"]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(Redirect.NORMAL)
          .build();
  private final String base;

  /** Visits the service at a port of this machine. */
  public Visitor(int port) {
    this.base = "http://127.0.0.1:" + port;
  }

  /** Opens a page, with more headers in pairs. */
  public HttpResponse<String> open(String path, String... headers) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/html");
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  /** Fills in the form of a page and sends it with the page's token. */
  public HttpResponse<String> submit(String page, String action, Map<String, String> fields)
      throws Exception {
    var opened = open(page).body();
    var token = TOKEN.matcher(opened);
    if (!token.find()) {
      throw new AssertionError("there is no form at " + page);
    }
    var all = new LinkedHashMap<>(fields);
    var proof = PROOF.matcher(opened);
    if (proof.find() && !fields.containsKey("proof")) {
      all.put("proof", proof.group(1));
      all.put("work", work(proof.group(1)));
    }
    return post(action, all, token.group(1));
  }

  /** Fills in the form of a page and sends it with a file, as a browser does. */
  public HttpResponse<String> upload(
      String page, String action, Map<String, String> fields, String name, byte[] content)
      throws Exception {
    var token = TOKEN.matcher(open(page).body());
    if (!token.find()) {
      throw new AssertionError("there is no form at " + page);
    }
    var body = new ByteArrayOutputStream();
    var all = new LinkedHashMap<>(fields);
    all.put("_csrf", token.group(1));
    for (var field : all.entrySet()) {
      part(body, "name=\"%s\"".formatted(field.getKey()), field.getValue().getBytes(UTF_8));
    }
    part(body, "name=\"files\"; filename=\"%s\"".formatted(name), content);
    body.writeBytes("--cut--\r\n".getBytes(UTF_8));
    return send(
        HttpRequest.newBuilder(URI.create(base + action))
            .header("Accept", "text/html")
            .header("Content-Type", "multipart/form-data; boundary=cut")
            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
            .build());
  }

  private static void part(ByteArrayOutputStream body, String what, byte[] content) {
    body.writeBytes(
        "--cut\r\nContent-Disposition: form-data; %s\r\n\r\n".formatted(what).getBytes(UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(UTF_8));
  }

  /** What the script of a form does: a number that makes the hash begin with twelve zero bits. */
  public static String work(String asked) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    for (int number = 0; ; number++) {
      var hash = digest.digest((asked + ":" + number).getBytes(StandardCharsets.UTF_8));
      if (hash[0] == 0 && (hash[1] & 0xF0) == 0) {
        return String.valueOf(number);
      }
    }
  }

  /** Sends a form with a token that may be wrong. */
  public HttpResponse<String> post(String action, Map<String, String> fields, String token)
      throws Exception {
    var form =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(URI.create(base + action))
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form + "&_csrf=" + encode(token)))
            .build());
  }

  /** Signs in, and reads English whatever the person chose before. */
  public HttpResponse<String> signIn(String name, String password) throws Exception {
    var answer = submit("/sign-in", "/sign-in", Map.of("name", name, "password", password));
    if (!answer.uri().getPath().equals("/sign-in")) {
      open("/account?lang=en");
    }
    return answer;
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, BodyHandlers.ofString());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
