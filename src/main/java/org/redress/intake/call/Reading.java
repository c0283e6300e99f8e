package org.redress.intake.call;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.redress.intake.call.CallRecord.Mistake;
import org.redress.text.WrittenTime;

/** Reads single values of call records, or says what is wrong with them. */
final class Reading {

  private static final int LONGEST_ADDRESS = 1000;

  private Reading() {}

  static Instant time(String name, @Nullable String text, ZoneId zone) throws Mistake {
    var given = text == null ? "" : text;
    return WrittenTime.read(given, zone)
        .orElseThrow(
            () ->
                new Mistake(
                    "%s '%s' is not a time. Write it like 2026-11-20 10:15:00"
                        .formatted(name, given)));
  }

  static int seconds(String name, @Nullable String text) throws Mistake {
    if (text == null || !text.matches("\\d{1,9}")) {
      throw new Mistake("%s '%s' is not a whole number. Write digits only".formatted(name, text));
    }
    return Integer.parseInt(text);
  }

  /** Where the recording is, when the text names a sound file or an address. */
  static @Nullable String recording(@Nullable String text) {
    return text != null
            && text.length() <= LONGEST_ADDRESS
            && (text.contains("://") || text.matches("(?i).+\\.(wav|mp3|ogg|opus|gsm|m4a)"))
        ? text
        : null;
  }
}
