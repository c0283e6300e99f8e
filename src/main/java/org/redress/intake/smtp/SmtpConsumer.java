package org.redress.intake.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;
import org.redress.intake.mailbox.server.Mail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundles;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * Takes mail at a door and hands each to the route. The sender hears "250" after the route has
 * ended, that is after the mail is safely stored; when it cannot be stored the sender hears "451"
 * and keeps it to try again.
 */
final class SmtpConsumer extends DefaultConsumer {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpConsumer.class);
  private static final int MINUTE = 60_000;

  private final String name;
  private final SmtpDoor door;
  private final SslBundles bundles;
  private @Nullable SMTPServer server;

  SmtpConsumer(
      SmtpEndpoint endpoint, Processor processor, String name, SmtpDoor door, SslBundles bundles) {
    super(endpoint, processor);
    this.name = name;
    this.door = door;
    this.bundles = bundles;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    var building =
        SMTPServer.port(door.port())
            .bindAddress(InetAddress.getByName(door.address()))
            .softwareName("Redress")
            .maxMessageSize((int) door.maxSize().toBytes())
            .maxConnections(door.maxConnections())
            .connectionTimeoutMs(MINUTE)
            .insertReceivedHeaders(false)
            .messageHandlerFactory(context -> new Delivery());
    if (door.sslBundle() != null) {
      building
          .enableTLS()
          .requireTLS(door.requireTls())
          .startTlsSocketFactory(bundles.getBundle(door.sslBundle()).createSslContext());
    }
    server = building.build();
    server.start();
    LOG.info(
        "Door {}: mail for {} is taken at {}:{} (SMTP)",
        name,
        door.recipients(),
        door.address(),
        door.port());
  }

  /** Ends when the deliveries under way have. */
  @Override
  protected void doStop() throws Exception {
    if (server != null) {
      server.stop();
      server = null;
    }
    super.doStop();
  }

  /** One mail on its way in. */
  private final class Delivery implements MessageHandler {

    @Override
    public void from(String sender) {
      // anybody may complain
    }

    @Override
    public void recipient(String recipient) throws RejectException {
      if (!door.takes(recipient)) {
        throw new RejectException(550, "5.1.1 No mail for this address is taken here");
      }
    }

    @Override
    public String data(InputStream content) throws RejectException, IOException {
      take(new Mail("smtp", Instant.now(), WholeMail.read(content, door.maxSize())));
      return "2.0.0 Received";
    }

    private void take(Mail mail) throws RejectException {
      var exchange = createExchange(false);
      try {
        exchange.getMessage().setBody(List.of(mail.envelope(getRouteId())));
        getProcessor().process(exchange);
        if (exchange.getException() != null) {
          throw exchange.getException();
        }
      } catch (Exception e) {
        LOG.warn(
            "Door {}: the mail {} could not be stored: {}", name, mail.externalId(), e.toString());
        throw new RejectException(451, "4.3.0 Cannot be stored now, please try again");
      } finally {
        releaseExchange(exchange, false);
      }
    }

    @Override
    public void done() {
      // nothing is kept
    }
  }
}
