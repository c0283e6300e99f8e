package org.redress.intake.localmailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.activation.DataHandler;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Sends mail to a local mailbox and looks into it, as a mail program would. */
final class MailClient {

  private MailClient() {}

  static Transport connect(LocalMailbox mailbox) throws MessagingException {
    var transport = Session.getInstance(new Properties()).getTransport("smtp");
    transport.connect("127.0.0.1", mailbox.smtpPort(), null, null);
    return transport;
  }

  static void send(LocalMailbox mailbox, String to, String text) throws MessagingException {
    try (var transport = connect(mailbox)) {
      send(transport, to, text);
    }
  }

  /** Sends a mail, a byte a character; a text without header lines is its subject. */
  static void send(Transport transport, String to, String text) throws MessagingException {
    var whole = text.contains("\r\n") ? text : "Subject: " + text + "\r\n\r\nIt broke.\r\n";
    var mail =
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(whole.getBytes(ISO_8859_1)));
    transport.sendMessage(mail, new InternetAddress[] {new InternetAddress(to)});
  }

  /** Sends a mail as long as its body, without holding it. */
  static void send(LocalMailbox mailbox, String to, InputStream body) throws Exception {
    var once =
        new ByteArrayDataSource(new byte[0], "text/plain") {
          @Override
          public InputStream getInputStream() {
            return body;
          }
        };
    var mail =
        new MimeMessage(Session.getInstance(new Properties())) {
          @Override
          protected void updateHeaders() throws MessagingException {
            setHeader("Content-Transfer-Encoding", "7bit"); // it would read it all to find out
          }
        };
    mail.setDataHandler(new DataHandler(once));
    try (var transport = connect(mailbox)) {
      transport.sendMessage(mail, new InternetAddress[] {new InternetAddress(to)});
    }
  }

  private interface Look<T> {
    T at(Folder inbox) throws Exception;
  }

  private static <T> T look(LocalMailbox mailbox, String user, String password, Look<T> look)
      throws Exception {
    try (var store = Session.getInstance(new Properties()).getStore("imap")) {
      store.connect("127.0.0.1", mailbox.imapPort(), user, password);
      try (var inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_WRITE);
        return look.at(inbox);
      }
    }
  }

  static List<String> complaints(LocalMailbox mailbox) throws Exception {
    return subjects(mailbox, "complaints", "complaints");
  }

  static List<String> subjects(LocalMailbox mailbox, String user, String password)
      throws Exception {
    return look(
        mailbox,
        user,
        password,
        inbox -> {
          var envelopes = new FetchProfile();
          envelopes.add(FetchProfile.Item.ENVELOPE);
          inbox.fetch(inbox.getMessages(), envelopes);
          var subjects = new ArrayList<String>();
          for (var mail : inbox.getMessages()) {
            subjects.add(mail.getSubject());
          }
          return subjects;
        });
  }

  /** The first complaint as it is stored. */
  static byte[] bytes(LocalMailbox mailbox) throws Exception {
    return look(
        mailbox,
        "complaints",
        "complaints",
        inbox -> {
          var bytes = new ByteArrayOutputStream();
          inbox.getMessage(1).writeTo(bytes);
          return bytes.toByteArray();
        });
  }

  /** Marks the first complaints read. */
  static void markRead(LocalMailbox mailbox, int count) throws Exception {
    look(
        mailbox,
        "complaints",
        "complaints",
        inbox -> {
          inbox.setFlags(1, count, new Flags(Flags.Flag.SEEN), true);
          return true;
        });
  }
}
