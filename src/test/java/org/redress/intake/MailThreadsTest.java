package org.redress.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.redress.CareDesk;
import org.redress.TestService;

/** Who may write on a ticket by mail: its people and whom we wrote to, nobody else. */
@TestService
class MailThreadsTest extends AtTheMailbox {

  @Test
  void aStrangerWhoNamesATicketGetsOneOfTheirOwn() throws Exception {
    var number = desk.complain("The lamp flickers.", CareDesk.someone());

    var word = word();
    settle("spy@example.org", "Tell me all [%s]".formatted(number), word, "");

    assertThat(door.tickets(word)).hasSize(1);
    assertThat(desk.history(number, "customer_replied")).isEmpty();
  }

  @Test
  void theCustomerMayNameTheTicketInTheSubjectOrInTheAddress() throws Exception {
    var email = CareDesk.someone();
    var number = desk.complain("The lamp flickers.", email);

    settle(email.toUpperCase(), "Still so [%s]".formatted(number), word(), "");
    settle(email, "Still so", word(), "Cc: complaints+%s@redress.local\r\n".formatted(number));

    assertThat(desk.history(number, "customer_replied")).hasSize(2);
  }

  @Test
  void whoHoldsOurMessageIdWasWrittenTo() throws Exception {
    var number = desk.complain("The lamp flickers.", CareDesk.someone());
    var ours = ourMail(number);

    settle("wife@example.org", "Re: it", word(), "References: <x@y> <%s>\r\n".formatted(ours));
    assertThat(desk.history(number, "customer_replied")).hasSize(1);

    // She has written there now, so the number is enough.
    settle("wife@example.org", "One more [%s]".formatted(number), word(), "");
    assertThat(desk.history(number, "customer_replied")).hasSize(2);
  }

  @Test
  void aMessageIdThatOnlyLooksLikeOursOpensNothing() throws Exception {
    var number = desk.complain("The lamp flickers.", CareDesk.someone());
    var guessed = ourMail(number).replaceFirst("\\.[0-9a-f]{16}@", ".0123456789abcdef@");

    var word = word();
    settle("spy@example.org", "Re: it", word, "In-Reply-To: <%s>\r\n".formatted(guessed));

    assertThat(door.tickets(word)).hasSize(1);
    assertThat(desk.history(number, "customer_replied")).isEmpty();
  }

  @Test
  void mailsThatAnswerEachOtherBothArrive() throws Exception {
    var one = word();
    var two = word();
    var from = CareDesk.someone();
    door.mail(raw(from, "Lamp " + one, one, "In-Reply-To: <%s@example.org>\r\n".formatted(two)));
    door.mail(raw(from, "Lamp " + two, two, "In-Reply-To: <%s@example.org>\r\n".formatted(one)));
    settled(one);
    settled(two);

    assertThat(
            jdbc.sql("select count(*) from complaint where external_id like ?")
                    .param(one + "%")
                    .query(Long.class)
                    .single()
                + jdbc.sql("select count(*) from message where external_id like ?")
                    .param(two + "%")
                    .query(Long.class)
                    .single()
                + jdbc.sql("select count(*) from complaint where external_id like ?")
                    .param(two + "%")
                    .query(Long.class)
                    .single()
                + jdbc.sql("select count(*) from message where external_id like ?")
                    .param(one + "%")
                    .query(Long.class)
                    .single())
        .isEqualTo(2);
  }

  @Test
  void theOriginalOfEveryMessageIsKeptByteForByte() throws Exception {
    var word = word();
    var email = CareDesk.someone();
    var first = raw(email, "Lamp " + word, word, "");
    door.mail(first);
    settled(word);
    var number = door.tickets(word).get(0).get("number").asString();
    var reply = word();
    settle(email, "More [%s]".formatted(number), reply, "");

    assertThat(new String(original(number, ""), UTF_8)).contains("Lamp " + word);
    assertThat(original(number, "")).isEqualTo(payload(word));
    var message =
        jdbc.sql("select id from message where external_id like ?")
            .param(reply + "%")
            .query(Long.class)
            .single();
    assertThat(original(number, "?message=" + message)).isEqualTo(payload(reply));
  }

  private byte[] payload(String word) {
    return jdbc.sql("select payload from inbox where external_id like ?")
        .param(word + "%")
        .query((row, n) -> row.getBytes(1))
        .single();
  }

  private byte[] original(String number, String query) throws Exception {
    return door.bytes("/api/v1/tickets/%s/original%s".formatted(number, query));
  }

  private void settle(String from, String subject, String word, String fields) throws Exception {
    door.mail(raw(from, subject, word, fields));
    settled(word);
  }

  private void settled(String word) {
    await()
        .atMost(SECONDS)
        .until(
            () ->
                jdbc.sql("select count(*) from inbox where external_id like ? and status = 'done'")
                        .param(word + "%")
                        .query(Long.class)
                        .single()
                    == 1);
  }

  private static byte[] raw(String from, String subject, String word, String fields) {
    return ("From: %s\r\nTo: complaints@redress.local\r\nSubject: %s\r\nMessage-ID: <%s@example.org>\r\n"
            + "%s\r\nIt still flickers, see %s.\r\n")
        .formatted(from, subject, word, fields, word)
        .getBytes(UTF_8);
  }
}
