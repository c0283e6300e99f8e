package org.redress.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.CareDesk;
import org.redress.TestService;

/** Programs that write to us: never a ticket, never an answer, and nothing they say is lost. */
@TestService
class MachineMailTest extends AtTheMailbox {

  private static final String CALM = "The colour of the new leaflet is hard to read.";

  @Test
  void aBounceShowsOnItsTicketAndStopsFurtherMails() throws Exception {
    var email = CareDesk.someone();
    var number = desk.complain(CALM, email);
    bounce(email, ourMail(number));

    assertThat(desk.history(number, "mail_bounced").get(0).get("newValue").asString())
        .isEqualTo("user_unknown: " + email);
    var page = manager().open("/tickets/" + number).body();
    assertThat(page)
        .contains("Mails to %s do not arrive: there is no such mailbox.".formatted(email))
        .contains("550 5.1.1 User unknown")
        .contains("Our mail to %s (there is no such mailbox) did not arrive.".formatted(email));
    assertThat(manager().open("/tickets/" + number + "?lang=zh_CN").body()).contains("没有这个邮箱");

    desk.solve(number);
    assertThat(desk.history(number, "notice_withheld").get(0).get("newValue").asString())
        .isEqualTo("survey: " + email);
    assertThat(sent(number, "survey")).isZero();
  }

  @Test
  void aMailFromTheAddressOrAPersonTakesTheFlagAway() throws Exception {
    var email = CareDesk.someone();
    var number = desk.complain(CALM, email);
    bounce(email, ourMail(number));
    settle(mail(email, "Hello [%s]".formatted(number), word(), "", "I am here."));
    assertThat(flagged(email)).isFalse();

    bounce(email, ourMail(number));
    assertThat(flagged(email)).isTrue();
    manager().open("/tickets/" + number + "?lang=en");
    manager().submit("/tickets/" + number, "/tickets/" + number + "/address-works", Map.of());
    assertThat(flagged(email)).isFalse();
    assertThat(desk.history(number, "address_works")).hasSize(1);
  }

  @Test
  void aBounceIsMatchedByOurOwnFieldWhereAMailServiceChangedTheId() throws Exception {
    var email = CareDesk.someone();
    var number = desk.complain(CALM, email);

    bounce(email, "0100-changed@ses.example.com>\nX-Redress-Message-ID: <" + ourMail(number));

    assertThat(desk.history(number, "mail_bounced")).hasSize(1);
    assertThat(flagged(email)).isTrue();
  }

  @Test
  void aNewsletterIsIgnoredWithItsReasonUntilSomebodyWantsATicket() throws Exception {
    var email = CareDesk.someone();
    var word = word();
    var fields =
        "List-Unsubscribe: <https://example.org/x>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n";

    assertThat(settle(mail(email, "Sale", word, fields, "Everything must go.")))
        .isEqualTo("aside: No complaint, written by a machine: a newsletter or mailing to many");
    assertThat(complaints(email)).isZero();
    var id =
        jdbc.sql("select id from inbox where external_id like ?")
            .param(word + "%")
            .query(Long.class)
            .single();
    var integrator = signedIn("integrator");
    integrator.submit("/failures/" + id, "/failures/%d/move".formatted(id), Map.of("move", "TAKE"));
    await().atMost(SECONDS).until(() -> complaints(email) == 1);
  }

  @Test
  void aComplaintThroughAGroupAddressBecomesATicket() throws Exception {
    var email = CareDesk.someone();
    var fields =
        "List-Id: <care.example.org>\nList-Post: <mailto:care@example.org>\nPrecedence: bulk\n"
            + "List-Unsubscribe: <mailto:leave@example.org>\n";

    assertThat(settle(mail(email, "Kettle", word(), fields, CALM))).startsWith("done");
    assertThat(complaints(email)).isEqualTo(1);
  }

  @Test
  void aMailOfOursThatSomebodysProgramPassedOnIsNotAnswered() throws Exception {
    var email = CareDesk.someone();
    var passedOn = mail(email, "Fwd", word(), "X-Loop: complaints@redress.local\n", "We have it.");

    assertThat(settle(passedOn)).isEqualTo("aside: No complaint: a mail of ours came back");
  }

  @Test
  void aReportWithoutOurSecretFlagsNobody() throws Exception {
    var email = CareDesk.someone();
    var number = desk.complain(CALM, email);

    bounce(email, "%s.acknowledgement.1.0123456789abcdef@redress.local".formatted(number));

    assertThat(flagged(email)).isFalse();
    assertThat(desk.history(number, "mail_bounced")).isEmpty();
  }

  @Test
  void aVacationNoteIsAQuietLineAndNoReply() throws Exception {
    var email = CareDesk.someone();
    var number = desk.complain(CALM, email);
    var fields = "Auto-Submitted: auto-replied\r\nIn-Reply-To: <%s>\r\n".formatted(ourMail(number));
    var note = settle(mail(email, "Out of office", word(), fields, "Back on Monday."));

    assertThat(note)
        .isEqualTo(
            "aside: No complaint, written by a machine: an automatic answer, such as a vacation note (%s)"
                .formatted(number));
    assertThat(desk.history(number, "auto_reply")).hasSize(1);
    assertThat(desk.history(number, "customer_replied")).isEmpty();
  }

  @Test
  void ourOwnMailThatComesBackIsNotAnswered() throws Exception {
    var own = mail("complaints@redress.local", "Your complaint", word(), "", "We have it.");

    assertThat(settle(own)).isEqualTo("aside: No complaint: a mail of ours came back");
  }

  @Test
  void whoWritesLikeAProgramIsHeldBackAndToldOfOnce() throws Exception {
    var email = CareDesk.someone();
    String last = "";
    for (int i = 0; i < 23; i++) {
      last = settle(mail(email, "Again " + word(), word(), "", "Please answer."));
    }

    assertThat(last).startsWith("parked: " + email + " sent more than 20 mails within 10 minutes");
    assertThat(complaints(email)).isEqualTo(20);
    assertThat(
            jdbc.sql("select count(*) from notice where name = 'sender_held' and subject like ?")
                .param("%" + email + "%")
                .query(Long.class)
                .single())
        .isEqualTo(1);
    door.post("/api/v1/failures/%s/replay".formatted(parked(email)), "");
    await().atMost(SECONDS).until(() -> complaints(email) == 21);
  }

  private long complaints(String email) {
    return jdbc.sql(
            "select count(*) from complaint c join customer u on u.id = c.customer_id where u.email = ?")
        .param(email)
        .query(Long.class)
        .single();
  }

  private long parked(String email) {
    return jdbc.sql("select max(id) from inbox where status = 'parked' and reason like ?")
        .param(email + "%")
        .query(Long.class)
        .single();
  }

  private long sent(String number, String notice) {
    return jdbc.sql(
            """
            select count(*) from notice n join ticket t on t.id = n.ticket_id
            where t.number = ? and n.name = ?
            """)
        .params(number, notice)
        .query(Long.class)
        .single();
  }

  private boolean flagged(String email) {
    return jdbc.sql("select count(*) from undeliverable where address = ?")
            .param(email)
            .query(Long.class)
            .single()
        == 1;
  }

  private void bounce(String email, String messageId) throws Exception {
    var fields = "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n";
    var body =
        """
        --b

        Your mail did not arrive.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.org

        Final-Recipient: rfc822; %s
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 User unknown
        --b
        Content-Type: text/rfc822-headers

        Message-ID: <%s>
        --b--
        """
            .formatted(email, messageId);
    settle(mail("MAILER-DAEMON@example.org", "Undelivered", word(), fields, body));
  }
}
