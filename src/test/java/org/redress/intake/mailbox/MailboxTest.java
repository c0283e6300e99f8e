package org.redress.intake.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Flags;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redress.intake.Envelope;
import org.springframework.util.unit.DataSize;

/** A mailbox as a route sees it. */
class MailboxTest {

  private final MailReading reading = new MailReading();

  @AfterEach
  void stop() {
    reading.close();
  }

  @Test
  void handsOverMailAsTheServerTellsOfItLongBeforeTheNextLook() throws Exception {
    reading.describe("complaints", reading.port(), DataSize.ofMegabytes(40), Duration.ofHours(1));
    reading.startAndAwaitConnection();
    for (int mail = 1; mail <= 5; mail++) {
      reading.receive("announced-" + mail, "It broke.");
      int expected = mail;
      await().until(() -> reading.taken.size() == expected);
    }
    await().untilAsserted(() -> assertThat(reading.unread()).isZero());
  }

  @Test
  void takesABacklogOfAThousandMails() throws Exception {
    for (int mail = 0; mail < 1000; mail++) {
      reading.receive("backlog-" + mail, "Where is my order? ".repeat(100));
    }
    reading.start();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> reading.taken.size() >= 1000 && reading.unread() == 0);
    assertThat(reading.taken)
        .extracting(Envelope::externalId)
        .doesNotHaveDuplicates()
        .hasSize(1000);
    assertThat(reading.taken).extracting(Envelope::channel).containsOnly("email");
  }

  @Test
  void leavesARefusedMailUnreadWhileOthersAreTaken() throws Exception {
    reading.refused = envelope -> envelope.externalId().startsWith("poison@example.org#");
    reading.receive("first@example.org", "One");
    reading.receive("poison@example.org", "Two");
    reading.receive("last@example.org", "Three");
    reading.start();
    await().until(() -> reading.taken.size() == 2);
    assertThat(reading.messageIds()).containsExactly("first@example.org", "last@example.org");
    await().untilAsserted(() -> assertThat(reading.unread()).isEqualTo(1));
    reading.refused = envelope -> false;
    await().atMost(Duration.ofSeconds(15)).until(() -> reading.unread() == 0);
    assertThat(reading.messageIds()).contains("poison@example.org");
  }

  @Test
  void goesOnAfterTheWayBehindWasBlocked() throws Exception {
    reading.refused = envelope -> true;
    for (int mail = 0; mail < 20; mail++) {
      reading.receive("blocked-" + mail, "Text");
    }
    reading.startAndAwaitConnection();
    Thread.sleep(500);
    assertThat(reading.unread()).isEqualTo(20);
    reading.refused = envelope -> false;
    await().atMost(Duration.ofSeconds(15)).until(() -> reading.unread() == 0);
    assertThat(reading.taken).hasSize(20);
  }

  @Test
  void keepsEveryByteOfTheMail() throws Exception {
    var text = "Message-ID: <gb@example.org>\r\nSubject: 投诉\r\n\r\n手机坏了\r\n.\r\n";
    var bytes = text.getBytes(Charset.forName("GB18030"));
    reading.receive(bytes);
    reading.start();
    await().until(() -> reading.taken.size() == 1);
    assertThat(reading.taken.get(0).payload()).isEqualTo(bytes);
    assertThat(reading.taken.get(0).externalId()).startsWith("gb@example.org#");
    assertThat(reading.taken.get(0).receivedAt())
        .isBetween(Instant.now().minusSeconds(60), Instant.now());
  }

  @Test
  void namesAMailWithoutAnIdByItsContent() throws Exception {
    reading.receive("Subject: no id\r\n\r\nHello\r\n".getBytes(ISO_8859_1));
    reading.receive("no header at all".getBytes(ISO_8859_1));
    reading.start();
    await().until(() -> reading.taken.size() == 2);
    assertThat(reading.taken)
        .allSatisfy(e -> assertThat(e.externalId()).matches("sha256:[0-9a-f]{64}"));
    assertThat(reading.taken).extracting(Envelope::externalId).doesNotHaveDuplicates();
  }

  @Test
  void leavesATooLargeMailFlaggedAndTakesTheOthers() throws Exception {
    reading.receive("large@example.org", "x".repeat(20_000));
    reading.receive("small@example.org", "x");
    reading.describe("complaints", reading.port(), DataSize.ofKilobytes(10));
    reading.start();
    await().until(() -> reading.taken.size() == 1);
    assertThat(reading.taken.get(0).externalId()).startsWith("small@example.org#");
    await().untilAsserted(() -> assertThat(reading.has(0, Flags.Flag.FLAGGED)).isTrue());
    assertThat(reading.has(0, Flags.Flag.SEEN)).isFalse();
  }

  @Test
  void readsAServerThatDoesNotAnnounceMail() throws Exception {
    try (var silent = new SilentServer(reading.port())) {
      reading.describe("complaints", silent.port(), DataSize.ofMegabytes(40));
      reading.startAndAwaitConnection();
      reading.receive("polled@example.org", "Text");
      await()
          .atMost(MailReading.POLL.multipliedBy(3))
          .until(() -> reading.taken.size() == 1 && reading.unread() == 0);
      assertThat(silent.hidIdle()).isTrue();
    }
  }

  @Test
  void readsOnWhenTheServerComesBackAndAnotherStaysAway() throws Exception {
    reading.describe("away", 1, DataSize.ofMegabytes(40));
    reading.route("mailbox:away", "away");
    reading.startAndAwaitConnection();
    reading.restartServer();
    reading.receive("again@example.org", "Text");
    await().atMost(Duration.ofSeconds(15)).until(() -> reading.taken.size() == 1);
    assertThat(reading.consumer("away").connectedOnce()).isFalse();
    assertThat(reading.consumer("away").problem()).isPresent();
    assertThat(reading.consumer("email").problem()).isEmpty();
  }

  @Test
  void stopsInUnderTwoSeconds() throws Exception {
    reading.startAndAwaitConnection();
    var begun = Instant.now();
    reading.camel.getRouteController().stopRoute("email");
    assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void refusesAMailboxNobodyDescribed() {
    assertThatThrownBy(() -> reading.camel.getEndpoint("mailbox:orders"))
        .rootCause()
        .hasMessageContainingAll("'orders'", "redress.mailboxes", "one of: complaints");
  }
}
