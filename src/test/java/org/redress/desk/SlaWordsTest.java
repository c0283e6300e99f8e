package org.redress.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class SlaWordsTest {

  /** A Sunday, 15:58 in Shanghai. */
  private static final Instant NOW = Instant.parse("2026-11-22T07:58:00Z");

  private static final SlaWords ENGLISH = words(Locale.ENGLISH);
  private static final SlaWords CHINESE = words(Locale.SIMPLIFIED_CHINESE);

  private static SlaWords words(Locale locale) {
    var messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    return new SlaWords(messages, locale, ZoneId.of("Asia/Shanghai"), NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T07:58:20Z, in 1 min, 1 分钟后",
    "2026-11-22T08:23:00Z, in 25 min, 25 分钟后",
    "2026-11-22T08:58:00Z, in 1 h, 1 小时后",
    "2026-11-22T09:57:59Z, in 1 h 59 min, 1 小时 59 分后",
    "2026-11-22T10:59:00Z, in 3 h, 3 小时后",
    "2026-11-24T07:57:00Z, in 47 h, 47 小时后",
    "2026-11-24T07:58:00Z, in 2 days, 2 天后",
    "2026-11-22T07:57:59Z, 1 min overdue, 已超时 1 分钟",
    "2026-11-22T02:58:00Z, 5 h overdue, 已超时 5 小时",
    "2026-11-12T07:58:00Z, 10 days overdue, 已超时 10 天"
  })
  void saysHowLongItIs(Instant due, String english, String chinese) {
    assertThat(ENGLISH.due(due)).isEqualTo(english);
    assertThat(CHINESE.due(due)).isEqualTo(chinese);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T10:40:00Z, today 18:40, 今天 18:40",
    "2026-11-22T16:30:00Z, tomorrow 00:30, 明天 00:30",
    "2026-11-21T10:40:00Z, yesterday 18:40, 昨天 18:40",
    "2026-11-27T02:40:00Z, Friday 10:40, 星期五 10:40",
    "2026-11-29T02:40:00Z, 29 Nov 10:40, 11月29日 10:40",
    "2026-11-18T02:40:00Z, 18 Nov 10:40, 11月18日 10:40",
    "2027-01-05T02:40:00Z, 5 Jan 2027 10:40, 2027年1月5日 10:40"
  })
  void namesTheDayAsPeopleDo(Instant instant, String english, String chinese) {
    assertThat(ENGLISH.day(instant)).isEqualTo(english);
    assertThat(CHINESE.day(instant)).isEqualTo(chinese);
  }

  @Test
  void joinsBothInALine() {
    var due = Instant.parse("2026-11-23T02:40:00Z");

    assertThat(ENGLISH.dueInFull(due)).isEqualTo("in 18 hours, tomorrow 10:40");
    assertThat(CHINESE.dueInFull(due)).isEqualTo("18 小时后，明天 10:40");
  }

  @ParameterizedTest
  @CsvSource({
    "30m, 30 minutes, 30 分钟",
    "1wh, 1 working hour, 1 个工作小时",
    "7wd, 7 working days, 7 个工作日",
    "1d, 1 day, 1 天",
    "8w, 8 weeks, 8 周"
  })
  void saysWhichClockASpanCountsBy(String span, String english, String chinese) {
    assertThat(ENGLISH.span(span)).isEqualTo(english);
    assertThat(CHINESE.span(span)).isEqualTo(chinese);
  }

  @Test
  void saysHowLongAgoItWas() {
    assertThat(ENGLISH.ago(NOW.minusSeconds(10))).isEqualTo("just now");
    assertThat(ENGLISH.ago(NOW.minusSeconds(300))).isEqualTo("5 min ago");
  }
}
