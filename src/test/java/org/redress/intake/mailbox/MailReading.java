package org.redress.intake.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.redress.intake.Envelope;
import org.redress.intake.mailbox.server.MailServers;
import org.redress.intake.mailbox.server.MailboxSettings;
import org.redress.intake.mailbox.server.MailboxSettings.Protocol;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.util.unit.DataSize;

/** An IMAP server on a free port, and a route that keeps what its mailbox hands over. */
final class MailReading implements AutoCloseable {

  static final Duration POLL = Duration.ofSeconds(2);

  /** What the route took, in order. */
  final List<Envelope> taken = new CopyOnWriteArrayList<>();

  /** What the route refuses; a batch with one such mail fails as a whole. */
  volatile Predicate<Envelope> refused = envelope -> false;

  final DefaultCamelContext camel = new DefaultCamelContext();
  private final Map<String, MailboxSettings> mailboxes = new HashMap<>();
  private GreenMail server;
  private GreenMailUser complaints;

  MailReading() {
    serve(0);
    camel.addComponent(
        "mailbox",
        new MailboxComponent(
            new Mailboxes(mailboxes), new MailServers(new DefaultSslBundleRegistry())));
    describe("complaints", port(), DataSize.ofMegabytes(40));
  }

  private void serve(int port) {
    server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    complaints = server.setUser("complaints@redress.local", "complaints", "secret");
    server.start();
  }

  int port() {
    return server.getImap().getPort();
  }

  /** Stops the server and starts an empty one at the same port. */
  void restartServer() {
    int port = port();
    server.stop();
    serve(port);
  }

  void describe(String mailbox, int port, DataSize maxSize) {
    describe(mailbox, port, maxSize, POLL);
  }

  void describe(String mailbox, int port, DataSize maxSize, Duration poll) {
    mailboxes.put(
        mailbox,
        new MailboxSettings(
            "127.0.0.1",
            port,
            Protocol.IMAP,
            false,
            false,
            null,
            "complaints",
            "secret",
            null,
            "INBOX",
            null,
            poll,
            100,
            maxSize));
  }

  /** Starts the route {@code email} over the mailbox {@code complaints}. */
  void start() throws Exception {
    route("mailbox:complaints", "email");
    camel.start();
  }

  void startAndAwaitConnection() throws Exception {
    start();
    await().until(() -> consumer("email").connectedOnce());
  }

  void route(String from, String id) throws Exception {
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            errorHandler(noErrorHandler());
            from(from)
                .routeId(id)
                .process(exchange -> take(exchange.getMessage().getBody(List.class)));
          }
        });
  }

  private void take(List<?> body) {
    var envelopes = body.stream().map(Envelope.class::cast).toList();
    if (envelopes.stream().anyMatch(refused)) {
      throw new IllegalStateException("refused");
    }
    taken.addAll(envelopes);
  }

  MailboxConsumer consumer(String route) {
    return (MailboxConsumer) camel.getRoute(route).getConsumer();
  }

  /** Lets a mail arrive. */
  void receive(String id, String text) throws Exception {
    receive(
        ("Message-ID: <%s>\r\nFrom: a@example.org\r\nSubject: s\r\n\r\n%s\r\n".formatted(id, text))
            .getBytes(UTF_8));
  }

  void receive(byte[] bytes) throws Exception {
    complaints.deliver(new MimeMessage(null, new ByteArrayInputStream(bytes)));
  }

  boolean has(int mail, Flags.Flag flag) throws Exception {
    return server.getReceivedMessages()[mail].isSet(flag);
  }

  long unread() throws Exception {
    long unread = 0;
    for (var mail : server.getReceivedMessages()) {
      unread += mail.isSet(Flags.Flag.SEEN) ? 0 : 1;
    }
    return unread;
  }

  @Override
  public void close() {
    camel.stop();
    server.stop();
  }

  /** The Message-IDs of what was taken, without the hash of the content. */
  List<String> messageIds() {
    return taken.stream().map(envelope -> envelope.externalId().split("#")[0]).toList();
  }
}
