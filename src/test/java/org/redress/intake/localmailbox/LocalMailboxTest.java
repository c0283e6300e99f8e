package org.redress.intake.localmailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.redress.intake.localmailbox.MailClient.bytes;
import static org.redress.intake.localmailbox.MailClient.complaints;
import static org.redress.intake.localmailbox.MailClient.connect;
import static org.redress.intake.localmailbox.MailClient.markRead;
import static org.redress.intake.localmailbox.MailClient.send;
import static org.redress.intake.localmailbox.MailClient.subjects;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.commons.io.input.InfiniteCircularInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mailbox inside the service, used as a sender and as a mail program would. */
class LocalMailboxTest {

  private static final String ADDRESS = "complaints@redress.local";
  private static final byte[] LINE = "It broke again.\r\n".getBytes(ISO_8859_1);

  @TempDir Path folder;
  private final List<LocalMailbox> started = new ArrayList<>();

  @AfterEach
  void stop() {
    started.forEach(LocalMailbox::stop);
  }

  @Test
  void keepsUnreadMailWhenTheServiceDies() throws Exception {
    var first = start();
    send(first, ADDRESS, "one");
    send(first, ADDRESS, "two");
    var second = start(); // over the same folder, while the first was never stopped
    assertThat(complaints(second)).containsExactly("one", "two");
  }

  /**
   * The mail is larger than what the tests' memory leaves: no more of it may be held than 35 MB.
   */
  @Test
  void refusesATooLargeMailAndTakesTheNext() throws Exception {
    var mailbox = start();
    var huge = new BoundedInputStream(new InfiniteCircularInputStream(LINE), 100 << 20);
    assertThatThrownBy(() -> send(mailbox, ADDRESS, huge))
        .hasMessageContaining("larger than 35 MB");
    send(mailbox, ADDRESS, "small");
    assertThat(complaints(mailbox)).containsExactly("small");
  }

  @Test
  void forgetsAMailOnceItWasRead() throws Exception {
    var mailbox = start();
    send(mailbox, ADDRESS, "read");
    send(mailbox, ADDRESS, "unread");
    assertThat(files()).isEqualTo(2);
    markRead(mailbox, 1);
    await().atMost(Duration.ofSeconds(10)).until(() -> files() == 1);
    assertThat(complaints(start())).containsExactly("unread");
  }

  @Test
  void givesBackTheSameBytesAfterARestart() throws Exception {
    send(start(), ADDRESS, "same");
    var before = bytes(started.get(0));
    assertThat(bytes(start())).isEqualTo(before);
  }

  @Test
  void keepsRawChineseHeaderLines() throws Exception {
    var mailbox = start();
    var big5 = new String("Subject: 投訴\r\n\r\n手機壞了\r\n".getBytes("Big5"), ISO_8859_1);
    send(mailbox, ADDRESS, big5);
    assertThat(new String(bytes(mailbox), "Big5")).endsWith("Subject: 投訴\r\n\r\n手機壞了\r\n");
  }

  @Test
  void takesABounceWhichHasNoSender() throws Exception {
    var mailbox = start();
    var session = new Properties();
    session.setProperty("mail.smtp.from", "<>");
    try (var transport = Session.getInstance(session).getTransport("smtp")) {
      transport.connect("127.0.0.1", mailbox.smtpPort(), null, null);
      send(transport, ADDRESS, "Undelivered");
    }
    assertThat(new String(bytes(mailbox), ISO_8859_1)).startsWith("Return-Path: <>\r\n");
  }

  @Test
  void holdsAMailWhoseStructureIsBroken() throws Exception {
    var mailbox = start();
    send(
        mailbox,
        ADDRESS,
        "Subject: broken\r\nContent-Type: message/rfc822\r\n"
            + "Content-Transfer-Encoding: x-unknown\r\n\r\nnot a mail\r\n");
    send(mailbox, ADDRESS, "Subject: odd\r\nContent-Type: ;;;\r\n\r\ntext\r\n");
    send(
        mailbox,
        ADDRESS,
        "Subject: twice\r\nContent-Disposition: inline\r\nContent-Disposition: inline\r\n\r\nx\r\n");
    send(
        mailbox,
        ADDRESS,
        "Subject: cut\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n");
    assertThat(complaints(mailbox)).containsExactly("broken", "odd", "twice", "cut");
    assertThat(complaints(start())).containsExactly("broken", "odd", "twice", "cut");
  }

  @Test
  void tellsTheSenderWhenAMailCannotBeStored() throws Exception {
    var mailbox = start();
    Files.delete(folder);
    assertThatThrownBy(() -> send(mailbox, ADDRESS, "lost?"))
        .isInstanceOf(MessagingException.class)
        .hasMessageContaining("451");
    assertThat(complaints(mailbox)).isEmpty();
  }

  @Test
  void givesEveryOtherAddressAMailboxOfItsOwn() throws Exception {
    var mailbox = start();
    send(mailbox, "li@example.org", "Your complaint");
    assertThat(subjects(mailbox, "li@example.org", "li@example.org"))
        .containsExactly("Your complaint");
    assertThat(files()).isZero();
  }

  @Test
  void doesNotGrowWithoutBound() throws Exception {
    var mailbox = start();
    try (var transport = connect(mailbox)) {
      for (int mail = 0; mail < 650; mail++) {
        send(transport, ADDRESS, "complaint " + mail);
        send(transport, "customer%d@example.org".formatted(mail % 300), "notice " + mail);
      }
    }
    markRead(mailbox, 650);
    await()
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptionsInstanceOf(MessagingException.class) // looks while mails are dropped
        .until(() -> complaints(mailbox).size() == 200);
    assertThat(complaints(mailbox)).endsWith("complaint 649");
    assertThat(subjects(mailbox, "customer0@example.org", "customer0@example.org"))
        .containsExactly("notice 300", "notice 600");
    assertThat(files()).isZero();
  }

  private LocalMailboxSettings settings(int smtp, int imap) {
    return new LocalMailboxSettings(true, smtp, imap, ADDRESS, "complaints", "complaints", folder);
  }

  private LocalMailbox start() {
    var mailbox = new LocalMailbox(settings(0, 0));
    mailbox.start();
    started.add(mailbox);
    return mailbox;
  }

  private long files() throws Exception {
    try (var files = Files.list(folder)) {
      return files.count();
    }
  }
}
