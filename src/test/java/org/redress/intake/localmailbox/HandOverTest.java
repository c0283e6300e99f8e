package org.redress.intake.localmailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.intake.localmailbox.MailClient.connect;
import static org.redress.intake.localmailbox.MailClient.send;

import jakarta.mail.MessagingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.intake.Envelope;
import org.redress.intake.mailbox.MailboxComponent;
import org.redress.intake.mailbox.Mailboxes;
import org.redress.intake.mailbox.server.MailServers;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;

/** Mail that many send at once reaches the route once each. */
class HandOverTest {

  private static final String ADDRESS = "complaints@redress.local";

  @TempDir Path folder;

  @Test
  void handsOverEachMailOnceWhileManySend() throws Exception {
    var mailbox = start();
    var taken = new CopyOnWriteArrayList<Envelope>();
    try (var camel = new DefaultCamelContext()) {
      camel.addComponent(
          "mailbox",
          new MailboxComponent(
              mailboxes(mailbox.imapPort()), new MailServers(new DefaultSslBundleRegistry())));
      camel.addRoutes(route(taken));
      camel.start();
      var senders = IntStream.range(0, 4).mapToObj(number -> sender(mailbox, number)).toList();
      senders.forEach(CompletableFuture::join);
      await().atMost(Duration.ofSeconds(20)).until(() -> taken.size() >= 400);
      await().atMost(Duration.ofSeconds(10)).until(() -> files() == 0);
    }
    mailbox.stop();
    assertThat(taken).extracting(Envelope::externalId).doesNotHaveDuplicates().hasSize(400);
  }

  private static CompletableFuture<Void> sender(LocalMailbox mailbox, int number) {
    return CompletableFuture.runAsync(
        () -> {
          try (var transport = connect(mailbox)) {
            for (int mail = 0; mail < 100; mail++) {
              send(
                  transport,
                  ADDRESS,
                  "Message-ID: <%d-%d@example.org>\r\n\r\nText\r\n".formatted(number, mail));
            }
          } catch (MessagingException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static Mailboxes mailboxes(int port) {
    var settings =
        Map.of(
            "redress.mailboxes.complaints.host", "127.0.0.1",
            "redress.mailboxes.complaints.port", String.valueOf(port),
            "redress.mailboxes.complaints.tls", "false",
            "redress.mailboxes.complaints.user", "complaints",
            "redress.mailboxes.complaints.password", "complaints");
    return new Binder(new MapConfigurationPropertySource(settings))
        .bind("redress", Mailboxes.class)
        .get();
  }

  private static RouteBuilder route(List<Envelope> taken) {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("mailbox:complaints")
            .routeId("email")
            .process(
                exchange -> {
                  for (var envelope : exchange.getMessage().getBody(List.class)) {
                    taken.add((Envelope) envelope);
                  }
                });
      }
    };
  }

  private LocalMailbox start() {
    var mailbox =
        new LocalMailbox(
            new LocalMailboxSettings(true, 0, 0, ADDRESS, "complaints", "complaints", folder));
    mailbox.start();
    return mailbox;
  }

  private long files() throws Exception {
    try (var files = Files.list(folder)) {
      return files.count();
    }
  }
}
