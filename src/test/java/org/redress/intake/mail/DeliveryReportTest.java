package org.redress.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.intake.mail.report.DeliveryReport;
import org.redress.intake.mail.report.Fault;
import tools.jackson.databind.json.JsonMapper;

/** What bounces of all ages say about a mail that did not arrive. */
class DeliveryReportTest {

  private static final Path MAILS = Path.of("../shared/data/email");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What the publishers of the mails call our faults. */
  private static final Map<String, Fault> REASONS =
      Map.of(
          "userunknown", Fault.USER_UNKNOWN,
          "mailboxfull", Fault.MAILBOX_FULL,
          "hostunknown", Fault.HOST_UNKNOWN,
          "expired", Fault.EXPIRED,
          "suspend", Fault.MAILBOX_DISABLED,
          "mesgtoobig", Fault.TOO_BIG,
          "rejected", Fault.REFUSED,
          "blocked", Fault.REFUSED,
          "spamdetected", Fault.REFUSED,
          "policyviolation", Fault.REFUSED);

  @Test
  void readsAReportOfTheStandard() {
    var report =
        DeliveryReport.of(
            RawMail.withHeader(
                    "Content-Type: multipart/report; report-type=delivery-status; boundary=b")
                .add(
                    """

                    --b

                    Sorry.
                    --b
                    Content-Type: message/delivery-status

                    Reporting-MTA: dns; mx.example.net

                    Final-Recipient: rfc822; Ann@Example.org
                    Action: failed
                    Status: 5.2.2
                    Diagnostic-Code: smtp; 552 5.2.2 Mailbox
                      full
                    --b
                    Content-Type: message/rfc822

                    Message-ID: <RD-100001.survey.1.abc@redress.local>
                    Subject: How was it?

                    Hello
                    --b--
                    """)
                .read());

    assertThat(report.about()).containsExactly("RD-100001.survey.1.abc@redress.local");
    assertThat(report.recipients()).containsExactly("ann@example.org");
    assertThat(report.permanent()).isTrue();
    assertThat(report.fault()).isEqualTo(Fault.MAILBOX_FULL);
    assertThat(report.status()).isEqualTo("5.2.2");
    assertThat(report.diagnostic()).isEqualTo("smtp; 552 5.2.2 Mailbox full");
  }

  @Test
  void readsALetterOfAnOldSystem() {
    var report =
        DeliveryReport.of(
            RawMail.read(
                """
                Hi. This is the qmail-send program at example.net.

                <ann@example.org>:
                192.0.2.1 does not like recipient.
                Remote host said: 550 No such user here
                Giving up on 192.0.2.1.

                --- Below this line is a copy of the message.

                Message-ID: <RD-100001.reply.7.abc@redress.local>
                """,
                "Subject: failure notice"));

    assertThat(report.about()).containsExactly("RD-100001.reply.7.abc@redress.local");
    assertThat(report.recipients()).contains("ann@example.org");
    assertThat(report.permanent()).isTrue();
    assertThat(report.fault()).isEqualTo(Fault.USER_UNKNOWN);
  }

  @Test
  void knowsADelayFromTheEnd() {
    assertThat(DeliveryReport.of(RawMail.read("x", "Subject: Delayed mail")).permanent()).isFalse();
    assertThat(DeliveryReport.of(RawMail.read("451 4.4.1 try later", "Subject: x")).permanent())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "550 5.1.1 who is that, USER_UNKNOWN",
    "550 5.1.2 who is that, HOST_UNKNOWN",
    "550 5.2.1 asleep, MAILBOX_DISABLED",
    "552 5.3.4 well, TOO_BIG",
    "554 5.4.7 well, EXPIRED",
    "550 5.7.1 go away, REFUSED",
    "550 User unknown, USER_UNKNOWN",
    "552 Quota exceeded, MAILBOX_FULL",
    "550 邮箱不存在, USER_UNKNOWN",
    "550 hm, OTHER"
  })
  void understandsCodesAndWords(String said, Fault fault) {
    assertThat(DeliveryReport.of(RawMail.read("The server said: " + said)).fault())
        .isEqualTo(fault);
  }

  static boolean mailsAreThere() {
    return Files.exists(MAILS);
  }

  @Test
  @EnabledIf("mailsAreThere")
  void agreesWithThePublishersOfRealBounces() throws Exception {
    int right = 0;
    int all = 0;
    var wrong = new TreeMap<String, Integer>();
    for (var line : Files.readAllLines(MAILS.resolve("expected.jsonl"), StandardCharsets.UTF_8)) {
      var expected = JSON.readTree(line);
      var reasons = expected.path("bounce_reason");
      if (!expected.path("kind").asString("").equals("bounce")
          || reasons.size() != 1
          || !REASONS.containsKey(reasons.get(0).asString())) {
        continue;
      }
      var mail =
          new MailReader().read(Files.readAllBytes(MAILS.resolve(expected.get("file").asString())));
      var fault = DeliveryReport.of(mail).fault();
      all++;
      if (fault == REASONS.get(reasons.get(0).asString())) {
        right++;
      } else {
        wrong.merge(reasons.get(0).asString() + " as " + fault, 1, Integer::sum);
      }
    }
    System.out.printf("bounce reasons: %d of %d, %s%n", right, all, wrong);
    assertThat(right).isGreaterThanOrEqualTo(all * 80 / 100);
  }
}
