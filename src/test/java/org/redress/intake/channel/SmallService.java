package org.redress.intake.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.jspecify.annotations.Nullable;
import org.redress.intake.Envelope;
import org.redress.intake.localmailbox.LocalMailbox;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The channels with the shipped route files, over an intake that keeps messages in memory. */
final class SmallService implements AutoCloseable {

  /** Messages that arrived, in order. */
  final List<Envelope> taken = new CopyOnWriteArrayList<>();

  /** How often the intake was called. */
  final AtomicInteger attempts = new AtomicInteger();

  /** What the intake waits for before it takes a message. */
  volatile CountDownLatch gate = new CountDownLatch(0);

  /** Whether the intake fails. */
  volatile boolean broken;

  final Path home;
  private final Path routes;
  private final AnnotationConfigApplicationContext spring =
      new AnnotationConfigApplicationContext();

  SmallService(Path home) throws IOException {
    this.home = home;
    this.routes = Files.createDirectory(home.resolve("routes"));
    try (var shipped = Files.newDirectoryStream(Path.of("routes"), "*.camel.yaml")) {
      for (var file : shipped) {
        Files.copy(file, routes.resolve(file.getFileName()));
      }
    }
  }

  void start() throws IOException {
    spring
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("test", settings(freePort())));
    spring.registerBean(RoutesBuilder.class, this::intake);
    spring.registerBean("callNotes", CallNotes.class);
    spring.registerBean("callRecords", CallNotes.class);
    spring.register(
        LocalMailbox.class,
        CamelContexts.class,
        ChannelLoader.class,
        ChannelFiles.class,
        Channels.class);
    spring.refresh();
  }

  private Map<String, Object> settings(String imapPort) {
    var mailbox = "redress.mailboxes.complaints.";
    return Map.ofEntries(
        entry("redress.routes.folder", routes.toString()),
        entry("redress.routes.look-every", "100ms"),
        entry("redress.phone-logs", home.resolve("phone-logs").toString()),
        entry("redress.calls.folder", home.resolve("calls").toString()),
        entry("redress.local-mailbox.smtp-port", "0"),
        entry("redress.local-mailbox.imap-port", imapPort),
        entry("redress.local-mailbox.folder", home.resolve("mailbox").toString()),
        entry(mailbox + "host", "127.0.0.1"),
        entry(mailbox + "port", imapPort),
        entry(mailbox + "tls", "false"),
        entry(mailbox + "user", "complaints"),
        entry(mailbox + "password", "complaints"));
  }

  private static String freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return String.valueOf(socket.getLocalPort());
    }
  }

  private RouteBuilder intake() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        errorHandler(noErrorHandler());
        from("direct:intake").process(exchange -> take(exchange.getMessage().getBody()));
      }
    };
  }

  private void take(Object body) {
    attempts.incrementAndGet();
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (broken) {
      throw new IllegalStateException("the database is away");
    }
    if (body instanceof List<?> list) {
      list.forEach(each -> taken.add((Envelope) each));
    } else {
      taken.add((Envelope) body);
    }
  }

  /** Stands in for the reader of call notes. */
  public static class CallNotes {

    /** Rejects a file that says it is bad. */
    public String take(File file) throws IOException {
      return Files.readString(file.toPath()).contains("REJECT") ? "rejected" : "done";
    }
  }

  Channels channels() {
    return spring.getBean(Channels.class);
  }

  @Nullable String problem(String file) {
    var problem =
        channels().list().stream()
            .filter(channel -> channel.file().equals("routes/" + file))
            .findFirst()
            .orElseThrow()
            .problem();
    return problem == null ? null : problem.en();
  }

  boolean ready(String name) {
    return channels().list().stream().anyMatch(c -> c.name().equals(name) && c.ready());
  }

  int smtpPort() {
    return spring.getBean(LocalMailbox.class).smtpPort();
  }

  @Nullable Route route(String id) {
    return spring.getBean(CamelContext.class).getRoute(id);
  }

  /** Sends a message through a route's door and waits until it was taken. */
  void send(String door, String id) {
    spring
        .getBean(ProducerTemplate.class)
        .sendBody(
            "direct:" + door,
            new Envelope(door, id, Envelope.Format.JSON, Instant.now(), "{}".getBytes(UTF_8)));
  }

  void write(String name, String text) throws IOException {
    Files.writeString(routes.resolve(name), text);
  }

  String read(String name) throws IOException {
    return Files.readString(routes.resolve(name));
  }

  void delete(String name) throws IOException {
    Files.delete(routes.resolve(name));
  }

  /** Puts a whole file into the folder for call notes at once. */
  void drop(String name, String text) throws IOException {
    var folder = Files.createDirectories(home.resolve("phone-logs"));
    var part = folder.resolve(name + ".part");
    Files.writeString(part, text);
    Files.move(part, folder.resolve(name));
  }

  @Override
  public void close() {
    spring.close();
  }
}
