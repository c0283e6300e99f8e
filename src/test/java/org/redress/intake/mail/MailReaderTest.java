package org.redress.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.intake.mail.Mail.Address;

class MailReaderTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String COMPLAINT = "我要投诉：手机收到就是坏的，客服一直不理我，要求退款！";

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

  @ParameterizedTest
  @CsvSource({
    "utf-8, UTF-8",
    "gb18030, GB18030",
    "gb2312, GB18030",
    "gbk, GB18030",
    "gb2312, UTF-8",
    "utf-8, GB18030",
    "'GB2312 (Simplified)', GB18030",
    "iso-8859-1, UTF-8",
    "iso-8859-1, GB18030",
    "no-such-charset, GB18030",
    "no-such-charset, UTF-8",
    "'', GB18030",
    "'', UTF-8"
  })
  void readsChineseWhateverCharsetIsDeclared(String declared, String sent) {
    var mail =
        RawMail.withHeader("Content-Type: text/plain; charset=\"" + declared + "\"")
            .add("\n")
            .add(COMPLAINT, Charset.forName(sent))
            .read();

    assertThat(mail.text()).isEqualTo(COMPLAINT);
    assertThat(mail.language()).isEqualTo("zh");
  }

  @ParameterizedTest
  @ValueSource(strings = {"big5", "utf-8", ""})
  void readsTraditionalChineseInBig5(String declared) {
    var text = "我要投訴，手機收到就是壞的，客服一直不理我";
    var mail =
        RawMail.withHeader("Content-Type: text/plain; charset=" + declared)
            .add("\n")
            .add(text, Charset.forName("Big5"))
            .read();

    assertThat(mail.text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"££££ wasted", "¡¡¡¡Señor, ÄÖÜ GRÖSSE!", "50 °C, 20 £, café", "Größe"})
  void readsWesternTextWithoutTakingItForChinese(String text) {
    var mail =
        RawMail.withHeader("Content-Type: text/plain; charset=iso-8859-1")
            .add("\n")
            .add(text, StandardCharsets.ISO_8859_1)
            .read();

    assertThat(mail.text()).isEqualTo(text);
  }

  @Test
  void leavesOutWhatNoDatabaseTakes() {
    var mail = RawMail.read("a\0b", "Subject: c\0d", "Message-ID: <e\0f>", "From: g\0 <h\0@i>");

    assertThat(mail.text()).isEqualTo("ab");
    assertThat(mail.subject()).isEqualTo("cd");
    assertThat(mail.messageId()).isEqualTo("ef");
    assertThat(mail.from()).containsExactly(new Address("g", "h@i"));
  }

  @Test
  void keepsAnUtf8TextWithOneDamagedByte() {
    var bytes = ("Ça va très bien, merci. " + COMPLAINT).getBytes(StandardCharsets.UTF_8);
    bytes[30] = (byte) 0xFF;
    var mail =
        RawMail.withHeader("Content-Type: text/plain; charset=utf-8").add("\n").add(bytes).read();

    assertThat(mail.text()).startsWith("Ça va très bien").endsWith("要求退款！");
  }

  @Test
  void saysThatACharsetIsUnknown() {
    var mail =
        RawMail.withHeader("Content-Type: text/plain; charset=\"kling on\u001b\"")
            .add("\nHello\n")
            .read();

    assertThat(mail.text()).isEqualTo("Hello");
    assertThat(mail.problem())
        .isEqualTo("the character set 'kling?on?' is unknown: it was guessed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GB18030", "UTF-8"})
  void readsRawChineseInTheHeader(String charset) {
    var mail =
        RawMail.withHeader("From: a@example.com")
            .add("Subject: 订单一直没有发货\r\n", Charset.forName(charset))
            .add("\nx\n")
            .read();

    assertThat(mail.subject()).isEqualTo("订单一直没有发货");
  }

  @Test
  void joinsACharacterThatIsSplitOverTwoEncodedWords() {
    var bytes = "投诉快递".getBytes(GB18030);
    var mail =
        RawMail.withHeader(
                "Subject: =?GB2312?B?" + base64(bytes, 0, 3) + "?=",
                " =?gb2312?B?" + base64(bytes, 3, 8) + "?= (again)")
            .add("\nx\n")
            .read();

    assertThat(mail.subject()).isEqualTo("投诉快递 (again)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "=?utf-8?Q?caf=C3=A9_&_bar?= | café & bar",
        "=?utf-8?q?broken by spaces?= | broken by spaces",
        "=?utf-8?B?5oqV6K+J?==?utf-8?B?5oqV6K+J?= | 投诉投诉",
        "=?utf-8?B?5oqV6K+J | =?utf-8?B?5oqV6K+J",
        "=?utf-8*zh?B?5oqV6K+J?= x | 投诉 x",
        "=?x-nonsense?B?5oqV6K+J?= | 投诉",
        "100 =?% | 100 =?%"
      })
  void readsEncodedWordsAlsoBrokenOnes(String written, String read) {
    assertThat(RawMail.read("x", "Subject: " + written).subject()).isEqualTo(read);
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

  private static String base64(byte[] bytes, int from, int to) {
    return Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, from, to));
  }
}
