package org.redress.intake.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redress.TestSite;
import org.redress.intake.Envelope;
import org.redress.intake.TestCertificate;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.util.unit.DataSize;

/** Mail that other servers forward, as they see it. */
class SmtpDoorTest {

  private static final String MAIL = "Message-ID: <m1>\r\nSubject: 投诉\r\n\r\n.\r\nIt broke.\r\n";

  private final int port = Integer.parseInt(TestSite.freePort());
  private final List<Envelope> taken = new CopyOnWriteArrayList<>();
  private final DefaultCamelContext camel = new DefaultCamelContext();
  private volatile boolean broken;

  @AfterEach
  void stop() {
    camel.stop();
  }

  @Test
  void takesAMailByteForByteOnceItIsStored() throws Exception {
    open(null, false);
    send("Complaints@redress.local", MAIL);
    assertThat(taken).hasSize(1);
    assertThat(taken.get(0).channel()).isEqualTo("forwarded");
    assertThat(taken.get(0).externalId()).startsWith("m1#");
    assertThat(new String(taken.get(0).payload(), UTF_8)).isEqualTo(MAIL);
  }

  @Test
  void asksTheSenderToTryAgainWhenAMailCannotBeStored() throws Exception {
    open(null, false);
    broken = true;
    var failure =
        catchThrowableOfType(
            SMTPSendFailedException.class, () -> send("complaints@redress.local", MAIL));
    assertThat(failure.getReturnCode()).isEqualTo(451);
    broken = false;
    send("complaints@redress.local", MAIL);
    assertThat(taken).hasSize(1);
  }

  @Test
  void refusesMailForOthers() throws Exception {
    open(null, false);
    assertThatThrownBy(() -> send("president@example.org", MAIL))
        .hasRootCauseInstanceOf(SMTPAddressFailedException.class)
        .hasStackTraceContaining("550 5.1.1");
    assertThat(taken).isEmpty();
  }

  @Test
  void announcesItsLimitAndRefusesWhatIsLarger() throws Exception {
    open(null, false);
    var large = MAIL + "x".repeat(70_000) + "\r\n";
    assertThatThrownBy(() -> send("complaints@redress.local", large))
        .isInstanceOf(MessagingException.class)
        .hasStackTraceContaining("552");
    assertThat(taken).isEmpty();
    try (var smtp = session(false).getTransport("smtp")) {
      smtp.connect();
      assertThat(((SMTPTransport) smtp).getExtensionParameter("SIZE")).isEqualTo("65536");
    }
  }

  @Test
  void takesMailOnlyEncryptedWhereTheSiteSaysSo() throws Exception {
    open("door", true);
    assertThatThrownBy(() -> send("complaints@redress.local", MAIL))
        .hasStackTraceContaining("STARTTLS");
    try (var smtp = session(true).getTransport("smtp")) {
      smtp.connect();
      var mail = new MimeMessage(session(true), new ByteArrayInputStream(MAIL.getBytes(UTF_8)));
      smtp.sendMessage(mail, InternetAddress.parse("complaints@redress.local"));
    }
    assertThat(taken).hasSize(1);
  }

  private void open(String bundle, boolean requireTls) throws Exception {
    var door =
        new SmtpDoor(
            "127.0.0.1",
            port,
            List.of("complaints@redress.local"),
            bundle,
            requireTls,
            DataSize.ofKilobytes(64),
            10);
    var bundles = new DefaultSslBundleRegistry();
    var keys = TestCertificate.store();
    bundles.registerBundle(
        "door",
        SslBundle.of(
            SslStoreBundle.of(keys, TestCertificate.PASSWORD, null),
            SslBundleKey.of(TestCertificate.PASSWORD)));
    camel.addComponent("smtp", new SmtpComponent(new SmtpDoors(Map.of("front", door)), bundles));
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            errorHandler(noErrorHandler());
            from("smtp:front")
                .routeId("forwarded")
                .process(
                    exchange -> {
                      if (broken) {
                        throw new IllegalStateException("the database is away");
                      }
                      ((List<?>) exchange.getMessage().getBody())
                          .forEach(one -> taken.add((Envelope) one));
                    });
          }
        });
    camel.start();
  }

  private Session session(boolean starttls) {
    var properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", String.valueOf(port));
    properties.put("mail.smtp.from", "sender@example.org");
    properties.put("mail.smtp.starttls.enable", String.valueOf(starttls));
    properties.put("mail.smtp.ssl.trust", "*");
    properties.put("mail.smtp.ssl.checkserveridentity", "false");
    return Session.getInstance(properties);
  }

  private void send(String recipient, String raw) throws Exception {
    var session = session(false);
    var mail = new MimeMessage(session, new ByteArrayInputStream(raw.getBytes(UTF_8)));
    try (var smtp = session.getTransport("smtp")) {
      smtp.connect();
      smtp.sendMessage(mail, InternetAddress.parse(recipient));
    }
  }
}
