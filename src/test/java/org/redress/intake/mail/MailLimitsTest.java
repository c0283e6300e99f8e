package org.redress.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No mail may exhaust the service; without limits these take minutes or all memory. */
@Timeout(20)
class MailLimitsTest {

  @Test
  void isNotExhaustedByNesting() {
    var mail = RawMail.withHeader("From: a@example.com");
    for (int depth = 0; depth < 20_000; depth++) {
      mail.add("Content-Type: multipart/mixed; boundary=b%1$d\n\n--b%1$d\n".formatted(depth));
    }
    assertThat(mail.add("\ndeep\n").read().problem()).contains("deeply nested");
  }

  @Test
  void isNotExhaustedByParts() {
    var mail =
        RawMail.withHeader("Content-Type: multipart/mixed; boundary=b")
            .add("\n--b\n\nMy complaint\n" + "--b\nContent-Type: x/y\n\n".repeat(100_000))
            .read();

    assertThat(mail.text()).isEqualTo("My complaint");
    assertThat(mail.attachments()).hasSize(999);
    assertThat(mail.problem()).contains("more than 1000 parts");
  }

  @Test
  void isNotExhaustedByText() {
    var mail = RawMail.read("很长的文字\n".repeat(400_000));

    assertThat(mail.text().getBytes(StandardCharsets.UTF_8).length).isBetween(990_000, 1_000_000);
    assertThat(mail.text()).doesNotContain("\uFFFD");
    assertThat(mail.problem()).contains("longer than 1000000 bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "Subject, =?x?q? ",
    "From, '\"\\\\'",
    "From, <a",
    "To, '('",
    "Content-Type, '\";'",
    "Date, '1 '"
  })
  void isNotExhaustedByAHeader(String field, String unit) {
    var mail =
        RawMail.withHeader(field + ": " + unit.repeat(250_000 / unit.length())).add("\nx\n").read();

    assertThat(mail.text()).isEqualTo("x");
  }

  @Test
  void isNotExhaustedBySoftLineBreaks() {
    var mail =
        RawMail.withHeader("Content-Transfer-Encoding: quoted-printable")
            .add("\n" + "=\n".repeat(1_000_000) + "end\n")
            .read();

    assertThat(mail.text()).isEqualTo("end");
  }
}
