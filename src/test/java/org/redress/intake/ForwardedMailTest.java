package org.redress.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.AtTheDesk;
import org.redress.TestService;
import tools.jackson.databind.JsonNode;

/** A customer's mail that a colleague passes on is the customer's complaint. */
@TestService
class ForwardedMailTest extends AtTheDesk {

  private static final Duration SECONDS = Duration.ofSeconds(20);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---------- Forwarded message ---------\nFrom: Ann Lee <%1$s@example.org>\n"
            + "Date: Mon, 2 Jun 2025 at 10:15\nSubject: Kettle %1$s\nTo: <agent@redress.local>\n\n%2$s",
        "From: Ann Lee <%1$s@example.org>\nSent: Monday, 2 June 2025 10:15\n"
            + "To: Agent <agent@redress.local>\nSubject: Kettle %1$s\n\n%2$s",
        "Begin forwarded message:\n\n> From: Ann Lee <%1$s@example.org>\n> Subject: Kettle %1$s\n"
            + "> Date: 2 June 2025\n> To: agent@redress.local\n>\n> %2$s",
        "-----Original Message-----\nFrom: Ann Lee [mailto:%1$s@example.org]\nSent: Monday\n"
            + "To: agent\nSubject: Kettle %1$s\n\n%2$s",
        "------------------ 原始邮件 ------------------\n发件人: \"Ann Lee\" <%1$s@example.org>;\n"
            + "发送时间: 2025年6月2日(星期一) 上午10:15\n收件人: \"agent\";\n主题: Kettle %1$s\n\n%2$s",
        "发件人： Ann Lee <%1$s@example.org>\n发送时间： 2025年6月2日 10:15\n收件人： agent\n"
            + "主题： Kettle %1$s\n\n%2$s"
      })
  void namesTheCustomerFromTheBlockAboveTheMail(String form) throws Exception {
    var word = word();
    var text = "The kettle leaks on the table.";

    var ticket =
        sent("agent@redress.local", "Fwd: Kettle", "Please see to it.\n\n" + form, word, text);

    assertThat(ticket.get("subject").asString()).isEqualTo("Kettle " + word);
    assertThat(ticket.get("customer").asString()).isEqualTo("Ann Lee");
    var number = ticket.get("number").asString();
    assertThat(desk.ticket(number).get("text").asString()).isEqualTo(text);
    var forwarded = desk.history(number, "forwarded").get(0);
    assertThat(forwarded.get("newValue").asString()).isEqualTo("agent@redress.local");
    assertThat(forwarded.get("reason").asString()).isEqualTo("Please see to it.");
  }

  @Test
  void opensTheMailThatIsAttached() throws Exception {
    var word = word();
    var mail =
        """
        From: mei@redress.local
        To: complaints@redress.local
        Subject: see attached
        Message-ID: <%1$s@redress.local>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain

        For you.
        --b
        Content-Type: message/rfc822

        From: "Wang" <%1$s@example.org>
        Subject: Lamp %1$s
        Content-Type: text/plain; charset=utf-8

        The lamp of order %1$s never came.
        --b--
        """
            .formatted(word)
            .replace("\n", "\r\n");
    door.mail(mail.getBytes(UTF_8));

    var ticket = ticket(word);
    assertThat(ticket.get("customer").asString()).isEqualTo("Wang");
    assertThat(ticket.get("subject").asString()).isEqualTo("Lamp " + word);
  }

  @Test
  void aStrangersForwardStaysTheStrangersComplaint() throws Exception {
    var word = word();
    var ticket =
        sent(
            word + "@example.net",
            "Fwd: Kettle " + word,
            "From: Ann Lee <%1$s@example.org>\nSent: Monday\nTo: you\nSubject: Kettle\n\n%2$s",
            word,
            "The kettle leaks.");

    assertThat(ticket.get("customer").asString()).isEqualTo(word + "@example.net");
  }

  private JsonNode sent(String from, String subject, String form, String word, String text)
      throws Exception {
    door.mail(from, subject, form.formatted(word, text));
    return ticket(word);
  }

  private JsonNode ticket(String word) throws Exception {
    await().atMost(SECONDS).until(() -> !door.tickets(word).isEmpty());
    return door.tickets(word).get(0);
  }

  private static String word() {
    return "w" + UUID.randomUUID().toString().substring(0, 13);
  }
}
