package org.redress.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I want my money back",
        "Order 12345 never arrived. Regards, 王小明",
        "12345",
        "",
        "Je veux être remboursé",
        "Please answer\n> 您好，您的投诉我们已经收到"
      })
  void takesTextWithoutChineseForEnglish(String text) {
    assertThat(Language.of(text)).isEqualTo(Language.ENGLISH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "我要退款",
        "我買的手機壞了",
        "我买的 Samsung Galaxy S23 Ultra 开不了机，要求退货",
        "见 https://shop.example.com/very/long/path?with=many&words=in 图片",
        "没收到货\n> On Monday your agent wrote to us about a parcel that had been sent"
      })
  void recognisesChinese(String text) {
    assertThat(Language.of(text)).isEqualTo(Language.CHINESE);
  }
}
