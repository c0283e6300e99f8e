package org.redress;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything a test may do to a running service: what its users and their programs do. */
public final class FrontDoor {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Environment settings;
  private final String user;

  /** The door of the service whose settings these are, for its administrator. */
  public FrontDoor(Environment settings) {
    this(settings, "admin");
  }

  private FrontDoor(Environment settings, String user) {
    this.settings = settings;
    this.user = user;
  }

  /** The same door for somebody else whose password is the own name. */
  public FrontDoor as(String user) {
    return new FrontDoor(settings, user);
  }

  /** Sends a mail, byte for byte, to the complaints address. */
  public void mail(byte[] raw) throws Exception {
    var properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", settings.getProperty("redress.local-mailbox.smtp-port"));
    properties.put("mail.smtp.from", "sender@example.org");
    var session = Session.getInstance(properties);
    var message = new MimeMessage(session, new ByteArrayInputStream(raw));
    // Transport.send would give the mail a new Message-ID.
    try (var transport = session.getTransport("smtp")) {
      transport.connect();
      transport.sendMessage(
          message, InternetAddress.parse(settings.getProperty("redress.notification.from")));
    }
  }

  /** Sends a mail in UTF-8. */
  public void mail(String from, String subject, String text) throws Exception {
    mail(
        """
        From: %s
        To: complaints@redress.local
        Subject: %s
        Message-ID: <%s@example.org>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        %s
        """
            .formatted(from, subject, UUID.randomUUID(), text)
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.UTF_8));
  }

  /** Drops a file into the folder of phone logs, whole at once. */
  public void phoneLog(String name, byte[] content) throws IOException {
    var folder = phoneLogs();
    Files.createDirectories(folder);
    var hidden = Files.write(folder.resolve("." + name), content);
    Files.move(hidden, folder.resolve(name));
  }

  /** The folder of phone logs. */
  public Path phoneLogs() {
    return Path.of(settings.getProperty("redress.phone-logs"));
  }

  /** Posts JSON. */
  public HttpResponse<String> post(String path, String json, String... headers) throws Exception {
    var request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /** Posts a form. */
  public HttpResponse<String> postForm(String path, Map<String, String> fields) throws Exception {
    var form =
        fields.entrySet().stream()
            .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    var request =
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /** Puts JSON. */
  public HttpResponse<String> put(String path, String json) throws Exception {
    return http.send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json))
            .build(),
        BodyHandlers.ofString());
  }

  /** Puts bytes of a kind in the place of those with this ETag. */
  public HttpResponse<String> put(String path, String type, byte[] content, String seen)
      throws Exception {
    return http.send(
        request(path)
            .header("Content-Type", type)
            .header("If-Match", seen)
            .PUT(BodyPublishers.ofByteArray(content))
            .build(),
        BodyHandlers.ofString());
  }

  /** Posts a complaint and gives back its receipt. */
  public String complain(String json) throws Exception {
    var response = post("/api/v1/complaints", json);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    return JSON.readTree(response.body()).get("receipt").asString();
  }

  /** Gets JSON. */
  public JsonNode get(String path) throws Exception {
    var response = http.send(request(path).build(), BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  /** Gets a file. */
  public byte[] bytes(String path) throws Exception {
    var response = http.send(request(path).build(), BodyHandlers.ofByteArray());
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  /** Gets whatever the answer is. */
  public HttpResponse<String> fetch(String path) throws Exception {
    return http.send(request(path).build(), BodyHandlers.ofString());
  }

  /** Gets a page of any kind. */
  public String page(String path) throws Exception {
    return fetch(path).body();
  }

  /** Tickets that a text finds. */
  public JsonNode tickets(String text) throws Exception {
    return get("/api/v1/tickets?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
        .get("tickets");
  }

  private HttpRequest.Builder request(String path) {
    var credentials =
        Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + settings.getProperty("local.server.port") + path))
        .header("Authorization", "Basic " + credentials);
  }
}
