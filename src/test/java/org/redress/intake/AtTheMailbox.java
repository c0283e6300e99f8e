package org.redress.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.redress.AtTheDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A test that sends mails as they are on the wire, and waits until it is clear what became of them.
 */
abstract class AtTheMailbox extends AtTheDesk {

  static final Duration SECONDS = Duration.ofSeconds(20);

  @Autowired JdbcClient jdbc;

  /** The Message-ID of our first mail about a ticket. */
  final String ourMail(String number) {
    return jdbc.sql(
            """
            select n.message_id from notice n join ticket t on t.id = n.ticket_id
            where t.number = ? and n.name = 'acknowledgement'
            """)
        .param(number)
        .query(String.class)
        .single();
  }

  static byte[] mail(String from, String subject, String word, String fields, String body) {
    return """
        From: %s
        To: complaints@redress.local
        Subject: %s
        Message-ID: <%s@example.org>
        """
        .formatted(from, subject, word)
        .concat(fields.replace("\r\n", "\n"))
        .concat("\n" + body + "\n")
        .replace("\n", "\r\n")
        .getBytes(UTF_8);
  }

  /** Sends a mail and tells what became of it. */
  final String settle(byte[] mail) throws Exception {
    var word = new String(mail, UTF_8).split("Message-ID: <")[1].split("@")[0];
    door.mail(mail);
    await().atMost(SECONDS).until(() -> !fate(word).isEmpty());
    return fate(word);
  }

  final String fate(String word) {
    return jdbc.sql(
            """
            select status || ': ' || coalesce(reason, '') from inbox
            where external_id like ? and status <> 'waiting'
            """)
        .param(word + "%")
        .query(String.class)
        .optional()
        .orElse("");
  }

  static String word() {
    return "w" + UUID.randomUUID().toString().substring(0, 13);
  }
}
