package org.redress.intake.call;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Writes telephone numbers the one way in which the same number is the same text. */
@Component
@EnableConfigurationProperties(CallSettings.class)
class PhoneNumbers {

  private static final int LONGEST = 60;

  private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
  private final String country;

  PhoneNumbers(CallSettings settings) {
    this.country = settings.country();
  }

  /** {@code 13800138000} as {@code +8613800138000}; what is no number stays, nothing is null. */
  @Nullable String normal(@Nullable String written) {
    if (written == null || written.isBlank()) {
      return null;
    }
    var text = written.strip();
    try {
      var number = numbers.parse(text, country);
      if (text.startsWith("+") || text.startsWith("00") || numbers.isPossibleNumber(number)) {
        return numbers.format(number, PhoneNumberFormat.E164);
      }
    } catch (NumberParseException notANumber) {
      // An extension or a name.
    }
    return text.substring(0, Math.min(LONGEST, text.length()));
  }
}
