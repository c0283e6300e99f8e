package org.redress.intake.localmailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpConnection;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.SmtpCommand;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An SMTP server that keeps every byte of a mail, also in raw GBK or Big5 header lines, and stores
 * the mails of several senders at once.
 */
final class LocalSmtpServer extends SmtpServer {

  /** As large as most mail servers take; a file of 25 MB fits, and memory stays bounded. */
  private static final int LARGEST = 35 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(LocalSmtpServer.class);

  LocalSmtpServer(ServerSetup setup, Managers managers) {
    super(setup, managers);
  }

  @Override
  protected ProtocolHandler createProtocolHandler(Socket client) {
    return new SmtpHandler(new Commands(), managers.getSmtpManager(), client);
  }

  /** Our own commands in place of those that lose something. */
  private static final class Commands extends SmtpCommandRegistry {

    private final Map<String, SmtpCommand> own =
        Map.of("MAIL", new Mail(super.getCommand("MAIL")), "DATA", new Data());

    @Override
    public SmtpCommand getCommand(String name) {
      return own.containsKey(name) ? own.get(name) : super.getCommand(name);
    }
  }

  /** Names the sender; a bounce has none (RFC 5321, 4.5.5). */
  private static final class Mail extends SmtpCommand {

    private static final Pattern NOBODY = Pattern.compile("(?i)MAIL FROM:\\s?<>.*");
    private final SmtpCommand withSender;

    Mail(SmtpCommand withSender) {
      this.withSender = withSender;
    }

    @Override
    public void execute(
        SmtpConnection client, SmtpState state, SmtpManager manager, String commandLine)
        throws IOException {
      withSender.execute(client, state, manager, commandLine);
      if (NOBODY.matcher(commandLine).matches()) {
        state.getMessage().setReturnPath(new MailAddress(""));
      }
    }
  }

  /** Takes the mail itself (RFC 5321, 4.1.1.4). */
  private static final class Data extends SmtpCommand {

    @Override
    public void execute(
        SmtpConnection client, SmtpState state, SmtpManager manager, String commandLine)
        throws IOException {
      var mail = state.getMessage();
      if (mail.getToAddresses().isEmpty()) {
        client.send("503 MAIL and RCPT come first");
        return;
      }
      client.send("354 Start mail input; end with <CRLF>.<CRLF>");
      try (var content = client.dotLimitedInputStream(trace(client, mail))) {
        var bytes = content.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
          content.transferTo(OutputStream.nullOutputStream());
          client.send("552 5.3.4 The message is larger than %d MB".formatted(LARGEST >> 20));
          state.clearMessage();
          return;
        }
        mail.setMimeMessage(
            new MimeMessage(
                Session.getInstance(new Properties()), new SharedByteArrayInputStream(bytes)));
        for (var to : mail.getToAddresses()) {
          manager.getUserManager().deliver(mail, to);
        }
        client.send("250 OK");
      } catch (MessagingException | UserException | RuntimeException e) {
        LOG.error("Local mailbox: a mail was not accepted, its sender keeps it", e);
        client.send("451 Not stored, try again later");
      }
      state.clearMessage();
    }

    /** What every server on a mail's way puts on top (RFC 5321, 4.4). */
    private static byte[] trace(SmtpConnection client, MovingMessage mail) {
      var now = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
      var lines =
          "Return-Path: <%s>\r\nReceived: from %s (HELO %s); %s\r\n"
              .formatted(
                  oneLine(mail.getReturnPath()),
                  client.getClientAddress(),
                  oneLine(client.getHeloName()),
                  now);
      return lines.getBytes(UTF_8);
    }

    private static String oneLine(Object told) {
      return String.valueOf(told).replaceAll("[\r\n]", "");
    }
  }
}
