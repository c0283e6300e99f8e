package org.redress.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails in every charset, declared rightly, wrongly or not at all. */
class MailCharsetTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String COMPLAINT = "我要投诉：手机收到就是坏的，客服一直不理我，要求退款！";

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

  private static String base64(byte[] bytes, int from, int to) {
    return Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, from, to));
  }
}
