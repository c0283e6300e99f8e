package org.redress.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.intake.mail.Mail.Address;

class MailReaderTest {
  @Test
  void readsAnEnglishMail() {
    var mail =
        RawMail.withHeader(
                "From: \"Doe, Jane\" <jane@example.com>",
                "To: Complaints <complaints@redress.local>, second@example.com",
                "Cc: Team: a@example.com, b@example.com;",
                "Subject: Parcel",
                " never arrived",
                "Date: Tue, 3 June 2025 10:15:00 +0800",
                "Message-ID: <4@example.com>",
                "In-Reply-To: <3@redress.local>",
                "References: <1@redress.local> <2@redress.local> <3@redress.local>")
            .add("\nWhere is my parcel?\n")
            .read();

    assertThat(mail.from()).containsExactly(new Address("Doe, Jane", "jane@example.com"));
    assertThat(mail.to())
        .containsExactly(
            new Address("Complaints", "complaints@redress.local"),
            new Address(null, "second@example.com"));
    assertThat(mail.cc())
        .extracting(Address::address)
        .containsExactly("a@example.com", "b@example.com");
    assertThat(mail.subject()).isEqualTo("Parcel never arrived");
    assertThat(mail.date()).isEqualTo(Instant.parse("2025-06-03T02:15:00Z"));
    assertThat(mail.messageId()).isEqualTo("4@example.com");
    assertThat(mail.inReplyTo())
        .containsExactly("3@redress.local", "2@redress.local", "1@redress.local");
    assertThat(mail.text()).isEqualTo("Where is my parcel?");
    assertThat(mail.language()).isEqualTo("en");
    assertThat(mail.machineGenerated()).isFalse();
    assertThat(mail.problem()).isNull();
  }

  @Test
  void leavesOutWhatNoDatabaseTakes() {
    var mail = RawMail.read("a\0b", "Subject: c\0d", "Message-ID: <e\0f>", "From: g\0 <h\0@i>");

    assertThat(mail.text()).isEqualTo("ab");
    assertThat(mail.subject()).isEqualTo("cd");
    assertThat(mail.messageId()).isEqualTo("ef");
    assertThat(mail.from()).containsExactly(new Address("g", "h@i"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jane@example.com (Jane Doe) | Jane Doe | jane@example.com",
        "=?utf-8?B?5byg5LiJ?= <zhang@example.com> | 张三 | zhang@example.com",
        "\"=?utf-8?B?5byg5LiJ?=\" <zhang@example.com> | 张三 | zhang@example.com",
        "=?utf-8?Q?Doe,_Jane?= <jane@example.com> | Doe, Jane | jane@example.com",
        "\"Jane \\\"JD\\\" Doe\" <jane@example.com> | Jane \"JD\" Doe | jane@example.com",
        "\"Jane <jane@example.com> | Jane | jane@example.com",
        "Jane <jane@example.com | Jane | jane@example.com",
        "\"safe@bank.example <safe@bank.example>\" <x@y.example> | safe@bank.example <safe@bank.example> | x@y.example",
        "Jane <\"jane@example.com\"> | Jane | jane@example.com",
        "Jane <> | Jane | ''"
      })
  void readsSendersAlsoBrokenOnes(String written, String name, String address) {
    assertThat(RawMail.read("x", "From: " + written).from())
        .containsExactly(new Address(name, address));
  }

  @Test
  void takesTextWithoutAHeaderAsText() {
    var mail = RawMail.withHeader("no header at all").add("\nsecond line\n").read();

    assertThat(mail.text()).isEqualTo("no header at all\n\nsecond line");
    assertThat(mail.problem()).contains("no mail header");
  }

  @Test
  void findsTheTextThatFollowsTheHeaderWithoutABlankLine() {
    var mail =
        RawMail.withHeader("From: a@example.com", "oops", "Subject: no blank line")
            .add("My complaint\nis long.\nTime: now\n\nand more\n")
            .read();

    assertThat(mail.subject()).isEqualTo("no blank line");
    assertThat(mail.text()).contains("My complaint", "and more");
  }

  @Test
  void findsTheHeaderBelowBlankLinesAndByteOrderMark() {
    var mail =
        new RawMail()
            .add("\uFEFF \r\n\r\n", StandardCharsets.UTF_8)
            .add("Subject: late header\n\nbody\n")
            .read();

    assertThat(mail.subject()).isEqualTo("late header");
    assertThat(mail.text()).isEqualTo("body");
  }

  @Test
  void neverFailsWhateverTheBytes() {
    var random = new Random(1);
    for (int round = 0; round < 2_000; round++) {
      var bytes = new byte[random.nextInt(2_000)];
      random.nextBytes(bytes);
      var mail =
          RawMail.withHeader(
                  "Content-Type: multipart/mixed; boundary=\"-\"",
                  "Content-Transfer-Encoding: " + (round % 2 == 0 ? "base64" : "quoted-printable"))
              .add(bytes)
              .read();
      assertThat(mail.text()).isNotNull();
      assertThat(new MailReader().read(bytes)).isNotNull();
    }
  }
}
