package org.redress.calendar;

import java.util.Locale;

/** A short text for people, in English and in Simplified Chinese. */
public record Wording(String en, String zh) {

  static final Wording WORKING_TIME = new Wording("working time", "工作时间");
  static final Wording OUTSIDE_HOURS = new Wording("outside working hours", "非工作时间");
  static final Wording WEEKEND = new Wording("weekend", "周末");
  static final Wording DAY_OFF = new Wording("day off", "休息日");
  static final Wording START_DAY = new Wording("start day, does not count", "起始日，不计入");
  static final Wording REAL_TIME = new Wording("real time", "自然时间");
  static final Wording PAUSED = new Wording("paused", "暂停计时");
  static final Wording CALENDAR_DAYS = new Wording("calendar days", "自然日");

  /** The text in Chinese for any Chinese locale, in English for every other. */
  public String in(Locale locale) {
    return locale.getLanguage().equals("zh") ? zh : en;
  }

  static Wording holiday(Wording name) {
    return new Wording("holiday: " + name.en, "节假日：" + name.zh);
  }

  static Wording makeUpDay(Wording name) {
    return new Wording("make-up day: " + name.en, "调休上班：" + name.zh);
  }

  /** This kind of working time, counted by the day. */
  Wording ofDays(int first, int last) {
    Wording days =
        first == last
            ? new Wording("working day " + first, "第" + first + "个工作日")
            : new Wording(
                "working days " + first + " to " + last, "第" + first + "至" + last + "个工作日");
    return equals(WORKING_TIME) ? days : new Wording(en + ", " + days.en, zh + "，" + days.zh);
  }
}
