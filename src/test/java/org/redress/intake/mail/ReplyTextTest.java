package org.redress.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On Mon, 2 Jun 2025 at 10:15, Redress <complaints@redress.local>\nwrote:\n> We are sorry",
        "在 2025-06-02 10:15:00，\"Redress\" <complaints@redress.local> 写道：\n\n您好，非常抱歉",
        "Redress <complaints@redress.local> 于2025年6月2日周一 10:15写道：\n\n> 您好",
        "Redress <complaints@redress.local> 於 2025年6月2日 週一 上午10:15寫道：\n\n> 您好",
        "At 2025-06-02 10:15:00, \"Redress\" <complaints@redress.local> wrote:\n\nDear customer",
        "2025年6月2日 10:15，Redress <complaints@redress.local> 写道：\n> 您好",
        "------------------ 原始邮件 ------------------\n发件人: \"Redress\" <complaints@redress.local>;\n"
            + "发送时间: 2025年6月2日(星期一) 上午10:15\n收件人: \"张三\";\n主题: 回复\n\n您好",
        "-----Original Message-----\nFrom: Redress\nSent: Monday\nTo: Jane\nSubject: x\n\nDear Jane",
        "---- 回复的原邮件 ----\n| 发件人 | complaints@redress.local |\n您好",
        "发件人： Redress\n发送时间： 2025年6月2日 10:15\n收件人： 张三\n主题： 回复\n\n您好",
        "________________________________\nFrom: Redress\nSent: Monday\nSubject: Your case\n\nDear Jane",
        "开始转发邮件：\n\n发件人: Redress\n主题: x\n\n您好",
        "> 您好\n> 非常抱歉",
        "-- \nJane Doe\n+1 555 0100",
        "Sent from my iPhone",
        "发自我的iPhone",
        "发送自 Windows 版邮件",
        "从我的 iPhone 发送",
        "来自 Outlook for iOS",
        "获取 Outlook for iOS",
        "發自我的手機\n\n在 2025-06-02 10:15 寫道：\n> 您好"
      })
  void dropsWhatTheSenderDidNotWriteNow(String rest) {
    var own = "第一段，我不同意。\n\nSecond paragraph: refund, please.";

    assertThat(reply(own + "\n\n" + rest)).isEqualTo(own);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On 5 May your agent wrote:\nwe will refund you\nbut nothing happened.",
        "客服5月3日写道：\n一定退款\n到现在都没退。",
        "Order details\n-----\nOrder 12345\nItem: lamp\n-----\nIt is broken.",
        "It was sent from your warehouse on 3 May.\nIt never came.",
        "The problem is the noise\n来自手机的噪音太大",
        "From: the beginning it was bad.\nTo: this day nobody answered.",
        "价格 > 质量\na -> b\n三天了!!!",
        "-- nobody answers --\nDo something.",
        "Please answer.\nBy email, please.",
        "Please answer\nfrom the mail address you use",
        "It was sent late.\nSent by mail on 3 May, never arrived.",
        "Sent from my account on Monday but never credited to yours",
        "怎么办\n从昨天开始打不开手机",
        "太过分了\n从来没收到过邮件",
        "我很生气\n发自内心的愤怒",
        "Your driver was rude.\n\nFrom: London\nTo: Paris\nDate: 3 May\n\nI want a refund.",
        "快递丢了\n寄件人：张三\n收件人：李四\n日期：5月3日\n请赔偿",
        "From: Jane Doe\nTo: Customer service\nSubject: broken lamp\n\nIt is broken.",
        "Please see:\n__________\nOrder 1\nLamp\nBlue\nBroken"
      })
  void keepsWhatOnlyLooksLikeAQuotation(String text) {
    assertThat(reply(text)).isEqualTo(text);
  }

  @Test
  void keepsAnAnswerBelowTheQuotation() {
    assertThat(reply("在 2025年6月2日，Redress <r@redress.local> 写道：\n> 您好\n> 请补充\n\n订单号 12345"))
        .isEqualTo("订单号 12345");
  }

  @Test
  void keepsTheLinesThatAreAnsweredBetweenThem() {
    assertThat(
            reply("Hello,\n\nOn Monday 10:15 you wrote:\n> Which order?\n12345\n> Paid how?\nCard"))
        .isEqualTo("Hello,\n\n> Which order?\n12345\n> Paid how?\nCard");
  }

  @Test
  void keepsAMailThatIsPassedOnWithoutAWord() {
    assertThat(
            reply(
                "---------- Forwarded message ---------\nFrom: Jane <jane@example.com>\n"
                    + "Date: Mon, Jun 2, 2025\nSubject: broken\nTo: <shop@example.com>\n\nIt is broken."))
        .isEqualTo("It is broken.");
  }

  @Test
  void leavesNothingOfAMailThatOnlyQuotes() {
    assertThat(reply("On Mon, 2 Jun 2025 10:15 x@redress.local wrote:\n> old")).isEmpty();
  }

  @Test
  void dropsQuotationsOfHtmlMail() {
    var mail =
        RawMail.withHeader("Content-Type: text/html; charset=utf-8")
            .add("\n<div>No, I want my money.</div><div class='gmail_quote'><div>On Mon, Jun 2, ")
            .add("2025 at 10:15 AM Redress &lt;r@redress.local&gt; wrote:<br></div><blockquote>")
            .add("<div>We are sorry</div><blockquote>older</blockquote></blockquote></div>\n")
            .read();

    assertThat(mail.replyText()).isEqualTo("No, I want my money.");
    assertThat(mail.text()).contains("We are sorry", "older").doesNotContain("> We");
  }

  @Test
  void dropsTheHistoryOfAnOutlookMail() {
    var mail =
        RawMail.withHeader("Content-Type: text/html; charset=utf-8")
            .add("\n<p class=MsoNormal>No, I want my money.</p><div style='border-top:solid'>")
            .add("<p class=MsoNormal><b>From:</b> Redress &lt;r@redress.local&gt;<br><b>Sent:</b> ")
            .add("Monday<br><b>To:</b> Jane<br><b>Subject:</b> Your case</p></div><p>Dear Jane</p>")
            .read();

    assertThat(mail.replyText()).isEqualTo("No, I want my money.");
  }

  private static String reply(String text) {
    return RawMail.read(text).replyText();
  }
}
