package org.redress.desk.compensation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.compensation.CompensationRefused;
import org.redress.compensation.CompensationRefused.Why;
import org.redress.compensation.Step;
import org.redress.desk.Words;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in the reader's language what is given, where it stands, and why something is refused. */
@Component("compensation")
public class CompensationWords {

  private final Words words;
  private final MessageSource messages;

  CompensationWords(Words words, MessageSource messages) {
    this.words = words;
    this.messages = messages;
  }

  /** An amount of money; empty without one. Points are told by what they are worth. */
  public String amount(String kind, @Nullable BigDecimal amount) {
    if (amount == null) {
      return "";
    }
    return kind.equals("points")
        ? message("offer.points", words.money(amount))
        : words.money(amount);
  }

  /** A kind with its amount: {@code Voucher ¥50}. */
  public String offer(String kind, @Nullable BigDecimal amount) {
    return (words.answer("compensation", kind) + " " + amount(kind, amount)).strip();
  }

  /** What the history keeps as {@code voucher: 50}. */
  public String offer(String kept) {
    var parts = kept.split(": ", 2);
    return offer(parts[0], parts.length == 1 ? null : new BigDecimal(parts[1]));
  }

  /** A month in words: {@code November 2026}. */
  public String month(LocalDate first) {
    return first.format(
        DateTimeFormatter.ofPattern(
            message("compensation.month"), LocaleContextHolder.getLocale()));
  }

  /** Where an award stands. */
  public String state(Step step) {
    return message("offer.state." + step.key());
  }

  /** Why something is refused, and what to do. */
  String refused(CompensationRefused e) {
    var values = e.values().stream().map(value -> value(e.why(), value)).toArray();
    return message("offer.refused." + e.why().key(), values);
  }

  private String value(Why why, Object value) {
    if (value instanceof BigDecimal money) {
      return words.money(money);
    }
    if (value instanceof Step step) {
      return state(step);
    }
    return why == Why.OVER_BUDGET || why == Why.NO_BUDGET
        ? words.team(value.toString())
        : words.answer("compensation", value.toString());
  }

  private String message(String key, Object... values) {
    return Optional.ofNullable(
            messages.getMessage(key, values, key, LocaleContextHolder.getLocale()))
        .orElse(key);
  }
}
