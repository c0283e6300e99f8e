package org.redress.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.intake.mail.Mail.MailAttachment;

class MailPartsTest {

  @Test
  void tellsAnInvitationInWords() {
    var mail =
        RawMail.withHeader("Content-Type: multipart/alternative; boundary=b")
            .add(
                """

                --b
                Content-Type: text/html

                <p>Please come.</p>
                --b
                Content-Type: text/calendar; method=REQUEST

                BEGIN:VCALENDAR
                BEGIN:VEVENT
                SUMMARY:Repair\\, second vis
                 it
                DTSTART;TZID="Asia/Shanghai":20250602T100000
                DTEND;TZID="Asia/Shanghai":20250602T113000
                LOCATION:Main Street 1
                ORGANIZER;CN=Ann Lee:mailto:ann@example.org
                END:VEVENT
                END:VCALENDAR
                --b--
                """)
            .read();

    assertThat(mail.text())
        .isEqualTo(
            "Please come.\n\nRepair, second visit\n2025-06-02 10:00 Asia/Shanghai\n"
                + "– 2025-06-02 11:30 Asia/Shanghai\nMain Street 1\nAnn Lee <ann@example.org>");
  }

  @Test
  void prefersPlainTextAndKeepsAttachments() {
    var mail =
        RawMail.withHeader("Content-Type: multipart/mixed; boundary=outer")
            .add(
                """

                preamble
                --outer
                Content-Type: multipart/alternative; boundary="in ner"

                --in ner
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                Please refund 20 =E2=82=AC to my=
                 account
                --in ner
                Content-Type: text/html; charset=utf-8

                <p>Not needed</p>
                --in ner--
                --outer
                Content-Type: image/png; name="receipt.png"
                Content-Transfer-Encoding: base64

                AAECAw==
                --outer
                Content-Type: message/rfc822

                Subject: forwarded

                Text of an attached mail
                --outer--
                epilogue
                """)
            .read();

    assertThat(mail.text()).isEqualTo("Please refund 20 € to my account");
    assertThat(mail.attachments())
        .extracting(MailAttachment::name, MailAttachment::type)
        .containsExactly(tuple("receipt.png", "image/png"), tuple(null, "message/rfc822"));
    assertThat(mail.attachments().get(0).content()).containsExactly(0, 1, 2, 3);
    assertThat(new MailReader().read(mail.attachments().get(1).content()).subject())
        .isEqualTo("forwarded");
    assertThat(mail.problem()).isNull();
  }

  @Test
  void turnsHtmlIntoLines() {
    var mail =
        RawMail.withHeader("Content-Type: text/html; charset=utf-8")
            .add(
                """

                <html><head><title>no</title><style>p{}</style></head><body>
                <p>Dear   <b>team</b>,<br>my phone&nbsp;is broken.</p>
                <ul><li>no answer<li>no refund</ul>
                <table><tr><td>Order</td><td>12345</td></tr></table>
                <script>alert(1)</script></body></html>
                """)
            .read();

    assertThat(mail.text())
        .isEqualTo("Dear team,\nmy phone is broken.\n\nno answer\nno refund\n\nOrder 12345");
  }

  @Test
  void takesHtmlWhereThePlainTextIsEmpty() {
    var mail =
        RawMail.withHeader("Content-Type: multipart/alternative; boundary=b")
            .add("\n--b\nContent-Type: text/plain\n\n \n--b\nContent-Type: text/html\n\n")
            .add("<div>Only here</div>\n--b--\n")
            .read();

    assertThat(mail.text()).isEqualTo("Only here");
  }

  @Test
  void readsTheCharsetThatHtmlNamesItself() {
    var mail =
        RawMail.withHeader("Content-Type: text/html")
            .add("\n<meta http-equiv=Content-Type content='text/html; charset=koi8-r'><p>")
            .add("Жалоба", Charset.forName("koi8-r"))
            .read();

    assertThat(mail.text()).isEqualTo("Жалоба");
  }

  @Test
  void joinsFlowedLines() {
    var mail =
        RawMail.withHeader("Content-Type: text/plain; format=flowed")
            .add("\nIt is \nbroken.\n> old \n> text\n From me\n-- \nJane\n")
            .read();

    assertThat(mail.text()).isEqualTo("It is broken.\n> old text\nFrom me\n-- \nJane");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "attachment; filename=\"a;b.pdf\" | a;b.pdf",
        "attachment; filename=my file.pdf; size=3 | my file.pdf",
        "attachment; filename=\"=?utf-8?B?5Y+R56Wo?=.pdf\" | 发票.pdf",
        "attachment; filename*=UTF-8''%E5%8F%91%E7%A5%A8.pdf | 发票.pdf",
        "attachment; filename*=GB18030'zh'%B7%A2%C6%B1.pdf | 发票.pdf",
        "attachment; filename*0*=UTF-8''%E5%8F%91%E7; filename*1*=%A5%A8.pdf | 发票.pdf",
        "attachment; filename*1=\"b.pdf\"; filename*0=\"a\" | ab.pdf",
        "attachment; filename=\"C:\\temp\\a.pdf\" | C:\\temp\\a.pdf",
        "attachment; filename=\"never closed.pdf | never closed.pdf",
        "attachment; filename=old.pdf; filename*=UTF-8''new.pdf | new.pdf",
        "attachment; filename*=UTF-8''100%.pdf | 100%.pdf"
      })
  void readsFileNamesAlsoBrokenOnes(String disposition, String name) {
    var mail =
        RawMail.withHeader("Content-Type: application/pdf", "Content-Disposition: " + disposition)
            .add("\nx\n")
            .read();

    assertThat(mail.attachments()).extracting(MailAttachment::name).containsExactly(name);
    assertThat(mail.text()).isEmpty();
  }

  @Test
  void readsAMultipartThatIsCutOff() {
    var mail =
        RawMail.withHeader("Content-Type: multipart/mixed; boundary=b")
            .add("\n--b\n\nMy complaint\n--b\nContent-Type: image/png; name=p.png\n")
            .add("Content-Transfer-Encoding: base64\n\nAAECAwQ")
            .read();

    assertThat(mail.text()).isEqualTo("My complaint");
    assertThat(mail.attachments().get(0).content()).startsWith(0, 1, 2, 3);
  }

  @Test
  void findsTheBoundaryThatTheHeaderForgot() {
    var mail =
        RawMail.withHeader("Content-Type: multipart/mixed")
            .add("\n--x1\nContent-Type: text/plain\n\nMy complaint\n--x1--\n")
            .read();

    assertThat(mail.text()).isEqualTo("My complaint");
  }

  @Test
  void readsAMultipartWithoutPartsAsText() {
    var mail =
        RawMail.withHeader("Content-Type: multipart/mixed; boundary=b")
            .add("\nAll in one\n")
            .read();

    assertThat(mail.text()).isEqualTo("All in one");
    assertThat(mail.problem()).contains("has no parts");
  }

  @Test
  void stopsAtTextThatIsNoBase64() {
    var mail =
        RawMail.withHeader("Content-Transfer-Encoding: base64")
            .add("\nSGVs\n!bG8=\n-- \nThe mailing list\n")
            .read();

    assertThat(mail.text()).isEqualTo("Hello");
  }

  @Test
  void keepsWhatIsNoQuotedPrintable() {
    var mail =
        RawMail.withHeader("Content-Transfer-Encoding: quoted-printable")
            .add("\n=\n5 =-1 and =ZZ, =3d done=\n")
            .read();

    assertThat(mail.text()).isEqualTo("5 =-1 and =ZZ, = done");
  }
}
