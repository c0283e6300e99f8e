package org.redress.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.FrontDoor;
import org.redress.TestService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A mail nearly as large as the mailbox takes. */
@TestService
class LargeMailTest {

  private static final int BYTES_OF_FILM = 24_500_000;

  @Autowired private Environment settings;

  @Test
  void aMailOf33MegabytesBecomesATicketAndStaysByteForByte() throws Exception {
    var word = "film" + UUID.randomUUID().toString().substring(0, 8);
    var film = new byte[BYTES_OF_FILM];
    new Random(3).nextBytes(film);
    var mail = mail(word, film);
    assertThat(mail).hasSizeGreaterThan(33_000_000);
    var door = new FrontDoor(settings);

    door.mail(mail);

    await().atMost(Duration.ofSeconds(60)).until(() -> !door.tickets(word).isEmpty());
    var ticket = "/api/v1/tickets/" + door.tickets(word).get(0).get("number").asString();
    var file = door.get(ticket).get("attachments").get(0);
    assertThat(file.get("size").asInt()).isEqualTo(BYTES_OF_FILM);
    assertThat(file.get("state").asString()).isEqualTo("too_large");
    var original = door.bytes(ticket + "/original");
    assertThat(original.length).isGreaterThanOrEqualTo(mail.length);
    assertThat(original).endsWith(mail);
  }

  private static byte[] mail(String word, byte[] film) {
    var head =
        """
        From: %1$s@example.org
        To: complaints@redress.local
        Subject: %1$s
        Message-ID: <%1$s@example.org>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="x"

        --x
        Content-Type: text/plain

        The film shows how the wardrobe broke.
        --x
        Content-Type: video/mp4
        Content-Transfer-Encoding: base64
        Content-Disposition: attachment; filename="film.mp4"

        """
            .formatted(word)
            .replace("\n", "\r\n");
    return (head + Base64.getMimeEncoder().encodeToString(film) + "\r\n--x--\r\n")
        .getBytes(US_ASCII);
  }
}
