package org.redress.intake.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Mails inside of one part: what Outlook and signing programs send. */
class WrappedMailTest {

  /** A text and bill.txt, signed in one piece by OpenSSL 3 as a stream (BER). */
  private static final String SIGNED =
      """
          MIAGCSqGSIb3DQEHAqCAMIACAQExDTALBglghkgBZQMEAgEwgAYJKoZIhvcNAQcBoIAkgASB1kNvbnRl
          bnQtVHlwZTogbXVsdGlwYXJ0L21peGVkOyBib3VuZGFyeT1iDQoNCi0tYg0KQ29udGVudC1UeXBlOiB0
          ZXh0L3BsYWluDQoNCk15IGtldHRsZSBsZWFrcy4NCi0tYg0KQ29udGVudC1UeXBlOiB0ZXh0L3BsYWlu
          OyBuYW1lPWJpbGwudHh0DQpDb250ZW50LURpc3Bvc2l0aW9uOiBhdHRhY2htZW50OyBmaWxlbmFtZT1i
          aWxsLnR4dA0KDQo0MiBwb3VuZHMNCi0tYi0tDQoAAAAAAACgggMDMIIC/zCCAeegAwIBAgIUEH+JeWlA
          cl2H/4P6hgyZg1NMN3cwDQYJKoZIhvcNAQELBQAwDzENMAsGA1UEAwwESmFuZTAeFw0yNjExMjIxOTQ0
          MTRaFw0zNjExMTkxOTQ0MTRaMA8xDTALBgNVBAMMBEphbmUwggEiMA0GCSqGSIb3DQEBAQUAA4IBDwAw
          ggEKAoIBAQC29tiDj5pustCIHpecu6kSxjN2bGtrp5ph0mn+tY35bCgUvsh+lVsuRb4QxvD5LRXjXDIs
          AzfLtfoXkEA36d8SQjXcRc3+vQ18bh6qorYZ4C0nzvkYttcpktcJ9h5do8nnngC2k/6Yr2aPYVEFEiBR
          6tPDoQa7VjiyvcItnSA/89EnXh5q+qMAy5P064q+4gaURvEwOxH0IONzPHqxMfuAbSY8BJCp8ZZCF/uP
          gmaPipqqJSJRzk5REhdt/MpH+8xBjFnaf9tnwMoTZkgcn3U/6fV9I9aLgmO6r5SIUxS32zuQB0rw1stJ
          lLME5mC3KtWvqddfmNRcxEGjmhImZn8bAgMBAAGjUzBRMB0GA1UdDgQWBBTwFA3/7u5yIFU8aFH7RbJR
          pjgz/DAfBgNVHSMEGDAWgBTwFA3/7u5yIFU8aFH7RbJRpjgz/DAPBgNVHRMBAf8EBTADAQH/MA0GCSqG
          SIb3DQEBCwUAA4IBAQBe5JJu3khUbRH1dSiqTtTbQSBb8lloDL/vAnpZ/YtrjSE5kSsSxzgM9U4nCa9B
          oo7IvxkEBERavORD+GFOjJ0TuFO+7T93whwv7vdQ18HoLprJNf3wLXCW7F2W09LCytL5LKuoWLkkcqax
          JGiaZIZh7ptzNIrUN9cBr3b97nEHyDOXXWugiTAz4j/zzy1B1vpC58im0K+SffTu12NP/PtdCCgDE+Rx
          9VvtheCKbHGlGVZW3+YxpC/uFE19RKLQfohjrohMkugbkayHxJuFd8GYBdk/vX3czY5M2QV1QknFGtA7
          PDnhPDa0NydNGKJIy6decPbTok8kBJBXYaFd0AQXMYICNzCCAjMCAQEwJzAPMQ0wCwYDVQQDDARKYW5l
          AhQQf4l5aUByXYf/g/qGDJmDU0w3dzALBglghkgBZQMEAgGggeQwGAYJKoZIhvcNAQkDMQsGCSqGSIb3
          DQEHATAcBgkqhkiG9w0BCQUxDxcNMjYxMTIyMTk0NDE0WjAvBgkqhkiG9w0BCQQxIgQgFL+F7cZoh4hn
          Hv+H3BbwIGm973YiwRPRZNiE5XNaueUweQYJKoZIhvcNAQkPMWwwajALBglghkgBZQMEASowCwYJYIZI
          AWUDBAEWMAsGCWCGSAFlAwQBAjAKBggqhkiG9w0DBzAOBggqhkiG9w0DAgICAIAwDQYIKoZIhvcNAwIC
          AUAwBwYFKw4DAgcwDQYIKoZIhvcNAwICASgwDQYJKoZIhvcNAQEBBQAEggEACQe1KcYZ5ElQWvvcUuUT
          0iuQXc1UAdINWeUUD5IhYY78AVnMDoIuFBjKoRTrzegsnNNiPQSE2CCrkPM9R49lmnc/XDvzow1t105m
          BJpTuGbRN+0BQkw6ga8HRZA0xkW/6QLmwRD1GitjfOq5iB4ovsjBZo9WXt8HVxUEeULZdWrh1+vMwn5Y
          tdPnj75CrhoF04S1un324ZPDjhM/V1LRPGsaaxtORoySZyZh/0lqhBvzN1hVGC45TiAaU4XL+Of0Y9Qp
          cE+bj/egrQeMNFD4beXFch78h3o1uMIS6x2htlWKJ939XFFtCiy/PsVTTa5GobmSrTtWgiD+roymgkkU
          hAAAAAAAAA==
          """;

  /** The same, enciphered. */
  private static final String ENCIPHERED =
      """
          MIICXAYJKoZIhvcNAQcDoIICTTCCAkkCAQAxggFDMIIBPwIBADAnMA8xDTALBgNVBAMMBEphbmUCFBB/
          iXlpQHJdh/+D+oYMmYNTTDd3MA0GCSqGSIb3DQEBAQUABIIBAGzl7PzzSiMgYRkIIyfbRZSWqjVnRe6A
          kdPHd0w4YJKDtQ5H6n/bxU+nEc+XPG1onzW9u2Aw8rxinG4sbhDAgylEweOVOMKZ+atFtDpjnTdvCM+7
          I8p/XqSZWveK5TfSsHfwgLzfI3Keubi8Z00QN+GTse/AJGSDcrltczRwSZjwoNd9uatM2dk2S6Ndl/98
          55eCrvVZPVwCpfHGMmwlLO4dbiXsmeas62t1tHdOf5w7fi5gcehqM4YzHxEq0YdNljWY6nmssxomcXZ+
          lT0TGtf4s4uaz9HdVsOYRS5lA3Hx8Pgy6EiHY0RglTCcYDTmPzWBUzs20Y4Z2/4D0Nnm59cwgfwGCSqG
          SIb3DQEHATAUBggqhkiG9w0DBwQIqPEiEOkC0eSAgdimkKKj/2XPcshNDZC0L0MpqW+6fHOVM9Kq3a14
          jFxOojGeZyMaXuJkcAhgp+FaN+dPcwK2nv6v7GtDDQaHscYFVqyb5f/lhmKYMQ7/2qVMwThHcCMv4QMl
          2oCc5PvyXYnHivs8OINg6K/Qf0LXMhb+cVAnYekku5/h76GMLzVBU53ced/EQdu+QV0VaQf+egq1ZnPL
          fOwClUbyop06Gh71LxPGjiyouCX3eHGGk4nzQn3xUm7ud1ZXn3sFapz8TS3d65V3nNA8XkSt0KRE7pau
          rp6pripzOp8=
          """;

  @Test
  void aSignedPieceIsOpened() {
    var mail = smime("signed-data", SIGNED);

    assertThat(mail.text()).isEqualTo("My kettle leaks.");
    assertThat(mail.attachments())
        .extracting(Mail.MailAttachment::name)
        .containsExactly("smime.p7m");
    assertThat(mail.files()).extracting(Mail.MailAttachment::name).containsExactly("bill.txt");
    assertThat(mail.files().get(0).content()).asString().isEqualTo("42 pounds");
  }

  @Test
  void anEncipheredPieceStaysClosed() {
    var mail = smime("enveloped-data", ENCIPHERED);

    assertThat(mail.text()).isEmpty();
    assertThat(mail.files()).extracting(Mail.MailAttachment::name).containsExactly("smime.p7m");
  }

  private static Mail smime(String kind, String content) {
    return RawMail.withHeader(
            "Content-Type: application/pkcs7-mime; smime-type=%s; name=smime.p7m".formatted(kind),
            "Content-Transfer-Encoding: base64")
        .add("\n" + content)
        .read();
  }

  @Test
  void whatOutlookWrapsComesOut() {
    var mail = outlook("", tnef("The lamp flickers. 灯在闪。", "photo.png", "not really"));

    assertThat(mail.text()).isEqualTo("The lamp flickers. 灯在闪。");
    assertThat(mail.problem()).isNull();
    assertThat(mail.attachments())
        .extracting(Mail.MailAttachment::name)
        .containsExactly("winmail.dat");
    assertThat(mail.files()).extracting(Mail.MailAttachment::name).containsExactly("photo.png");
    assertThat(mail.files().get(0).content()).asString().isEqualTo("not really");
  }

  @Test
  void theTextOutsideGoesFirst() {
    assertThat(outlook("Outside", tnef("Inside", "a", "b")).text()).isEqualTo("Outside");
  }

  @Test
  void damagedWrappingIsKeptAsAFile() {
    var whole = tnef("The lamp flickers.", "photo.png", "not really");
    whole[0]++;
    var mail = outlook("See the file.", whole);

    assertThat(mail.text()).isEqualTo("See the file.");
    assertThat(mail.files()).extracting(Mail.MailAttachment::name).containsExactly("winmail.dat");
    assertThat(mail.problem()).contains("winmail.dat could not be opened");
  }

  private static Mail outlook(String text, byte[] tnef) {
    return RawMail.withHeader("Content-Type: multipart/mixed; boundary=b")
        .add("\n--b\n\n" + text + "\n--b\nContent-Type: application/ms-tnef; name=winmail.dat\n")
        .add("Content-Transfer-Encoding: base64\n\n")
        .add(Base64.getMimeEncoder().encodeToString(tnef) + "\n--b--\n")
        .read();
  }

  /** A mail with a text and one file, by [MS-OXTNEF]. */
  private static byte[] tnef(String text, String name, String content) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(little(6).putInt(0x223E9F78).putShort((short) 1).array());
    var words = (text + "\0").getBytes(UTF_16LE);
    var padded = (words.length + 3) / 4 * 4;
    var body = little(16 + padded).putInt(1).putInt(0x1000001F).putInt(1).putInt(words.length);
    attribute(out, 1, 0x00069003, body.put(words).array());
    attribute(out, 2, 0x00069002, new byte[14]);
    attribute(out, 2, 0x00018010, (name + "\0").getBytes(US_ASCII));
    attribute(out, 2, 0x0006800F, content.getBytes(US_ASCII));
    return out.toByteArray();
  }

  private static void attribute(ByteArrayOutputStream out, int level, int id, byte[] data) {
    int sum = 0;
    for (byte b : data) {
      sum += b & 0xFF;
    }
    out.write(level);
    out.writeBytes(little(8).putInt(id).putInt(data.length).array());
    out.writeBytes(data);
    out.writeBytes(little(2).putShort((short) sum).array());
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
