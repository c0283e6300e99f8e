package org.redress.command.load;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code load}: sends many complaints to a running service on this machine and measures until the
 * last one is a ticket.
 */
@Command(name = "load", description = "Measure a running service with many complaints.")
public class LoadCommand implements Callable<Integer> {

  private static final List<String> TEXTS =
      List.of(
          "My parcel was due a week ago and nobody answers. I want a refund.",
          "Your driver was rude to my mother and threw the box over the fence.",
          "我被重复扣款两次，客服一直推诿，请尽快退款。",
          "The app crashes every time I try to pay, please fix it.",
          "空调装好第二天就不制冷，师傅态度恶劣，要求换货。");
  private static final int SENDERS = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @Spec private CommandSpec spec;

  @Option(names = "--count", defaultValue = "2000", description = "default: ${DEFAULT-VALUE}")
  private int count;

  @Option(names = "--by", defaultValue = "mail", description = "mail or api; default: mail")
  private String by;

  @Option(names = "--http-port", defaultValue = "8080", description = "default: ${DEFAULT-VALUE}")
  private int httpPort;

  @Option(names = "--smtp-port", defaultValue = "3025", description = "default: ${DEFAULT-VALUE}")
  private int smtpPort;

  @Option(names = "--user", defaultValue = "admin:admin", description = "name:password of an admin")
  private String user;

  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = JsonMapper.builder().build();

  @Override
  public Integer call() throws Exception {
    var before = opened();
    var start = System.nanoTime();
    var senders = Executors.newFixedThreadPool(SENDERS);
    List<Future<Void>> sent =
        IntStream.range(0, SENDERS).mapToObj(i -> senders.submit(() -> send(i))).toList();
    for (var sender : sent) {
      sender.get();
    }
    senders.shutdown();
    var received = seconds(start);
    while (opened() - before < count && seconds(start) < PATIENCE.toSeconds()) {
      Thread.sleep(50);
    }
    var done = seconds(start);
    var tickets = opened() - before;
    spec.commandLine()
        .getOut()
        .printf(
            "%d sent by %s in %.1f s (%.0f a second); %.0f tickets after %.1f s (%.0f a second)%n",
            count, by, received, count / received, tickets, done, tickets / done);
    return tickets >= count ? 0 : 1;
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private Void send(int sender) throws Exception {
    return by.equals("api") ? post(sender) : mail(sender);
  }

  private Void post(int sender) throws IOException, InterruptedException {
    for (int i = sender; i < count; i += SENDERS) {
      var body = json.writeValueAsString(Map.of("text", TEXTS.get(i % TEXTS.size())));
      var response =
          http.send(
              request("/api/v1/complaints")
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      if (response.statusCode() != 202) {
        throw new IOException(
            "the service answered " + response.statusCode() + ": " + response.body());
      }
    }
    return null;
  }

  private Void mail(int sender) throws MessagingException {
    var properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", smtpPort);
    var session = Session.getInstance(properties);
    var to = InternetAddress.parse("complaints@redress.local");
    try (var transport = session.getTransport("smtp")) {
      transport.connect();
      for (int i = sender; i < count; i += SENDERS) {
        var message = new MimeMessage(session);
        message.setFrom(new InternetAddress(UUID.randomUUID() + "@example.org"));
        message.setRecipients(MimeMessage.RecipientType.TO, to);
        message.setSubject("Complaint " + i, StandardCharsets.UTF_8.name());
        message.setText(TEXTS.get(i % TEXTS.size()), StandardCharsets.UTF_8.name());
        message.saveChanges();
        transport.sendMessage(message, to);
      }
    }
    return null;
  }

  /** Tickets opened since the service started, from its own figures. */
  private double opened() throws IOException, InterruptedException {
    var response = http.send(request("/actuator/prometheus").build(), BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException("the service's figures answered " + response.statusCode());
    }
    return response
        .body()
        .lines()
        .filter(line -> line.startsWith("redress_tickets_opened_total"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private HttpRequest.Builder request(String path) {
    var credentials = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path))
        .header("Authorization", "Basic " + credentials);
  }
}
