package org.redress.intake.localmailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetSocketAddress;
import java.util.Properties;
import org.redress.intake.smtp.WholeMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * The SMTP server of the local mailbox. It keeps every byte of a mail, also in raw GBK or Big5
 * header lines, stores the mails of several senders at once, and never holds more of one than
 * {@link #LARGEST}.
 */
final class LocalSmtpServer {

  /** As large as most mail servers take; a file of 25 MB fits, and memory stays bounded. */
  private static final DataSize LARGEST = DataSize.ofMegabytes(35);

  private static final Logger LOG = LoggerFactory.getLogger(LocalSmtpServer.class);

  private final UserManager users;
  private final SMTPServer server;

  LocalSmtpServer(InetSocketAddress at, UserManager users) {
    this.users = users;
    server =
        SMTPServer.port(at.getPort())
            .bindAddress(at.getAddress())
            .softwareName("Redress local mailbox")
            .maxMessageSize((int) LARGEST.toBytes())
            .messageHandlerFactory(context -> new Delivery())
            .build();
  }

  void start() {
    server.start();
  }

  void stop() {
    server.stop();
  }

  int port() {
    return server.getPortAllocated();
  }

  /** One mail on its way in. */
  private final class Delivery implements MessageHandler {

    private final MovingMessage mail = new MovingMessage();

    /** What the last server on a mail's way puts on top; empty for a bounce (RFC 5321, 4.4). */
    private String returnPath = "";

    @Override
    public void from(String sender) {
      returnPath = "Return-Path: <%s>\r\n".formatted(sender);
    }

    @Override
    public void recipient(String recipient) {
      mail.addRecipient(new MailAddress(recipient));
    }

    @Override
    public String data(InputStream content) throws RejectException, IOException {
      var onTop = new ByteArrayInputStream(returnPath.getBytes(UTF_8));
      var bytes = WholeMail.read(new SequenceInputStream(onTop, content), LARGEST);
      try {
        mail.setMimeMessage(
            new MimeMessage(
                Session.getInstance(new Properties()), new SharedByteArrayInputStream(bytes)));
        for (var to : mail.getToAddresses()) {
          users.deliver(mail, to);
        }
      } catch (MessagingException | UserException | RuntimeException e) {
        LOG.error("Local mailbox: a mail was not accepted, its sender keeps it", e);
        throw new RejectException(451, "4.3.0 Not stored, try again later");
      }
      return "2.0.0 Received";
    }

    @Override
    public void done() {
      // nothing is kept
    }
  }
}
