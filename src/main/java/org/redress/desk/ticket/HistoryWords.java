package org.redress.desk.ticket;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.desk.Words;
import org.redress.ticket.History;
import org.redress.ticket.care.CareStep;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Tells an entry of the history as a sentence. */
@Component("events")
class HistoryWords {

  private final Words words;
  private final MessageSource messages;

  HistoryWords(Words words, MessageSource messages) {
    this.words = words;
    this.messages = messages;
  }

  /** The event with its values in words; an event without words by its bare name. */
  public String words(History.Entry entry) {
    var nobody = message("ticket.nobody");
    var now = value(entry.event(), entry.newValue(), nobody);
    var before = value(entry.event(), entry.oldValue(), nobody);
    return Objects.requireNonNullElse(
        messages.getMessage(
            "history." + entry.event(), new Object[] {now, before}, entry.event(), locale()),
        entry.event());
  }

  private String value(String event, @Nullable String value, String nobody) {
    if (value == null) {
      return event.equals("owner") ? nobody : "";
    }
    return switch (event) {
      case "owner" -> words.person(value);
      case "team" -> words.team(value);
      case "status" -> message("ticket.status." + value);
      case "care_step" ->
          CareStep.of(value).map(step -> message("step." + step.key())).orElse(value);
      case "priority" -> words.answer("priority", value);
      case "deadline_passed" -> words.answer("deadline", value);
      case "opened", "customer_replied" -> words.named("channel", value);
      case "needs_person" -> questions(value);
      case "notice_sent", "notice_failed" -> notice(value);
      default -> value;
    };
  }

  private String questions(String listed) {
    return Arrays.stream(listed.split(", "))
        .map(question -> words.named("question", question))
        .collect(Collectors.joining(message("why.comma")));
  }

  /** A notice is recorded as its name and its recipient. */
  private String notice(String value) {
    var parts = value.split(": ", 2);
    return parts.length == 1
        ? value
        : messages.getMessage(
            "history.mail", new Object[] {words.named("notice", parts[0]), parts[1]}, locale());
  }

  private String message(String key) {
    return messages.getMessage(key, null, locale());
  }

  private static Locale locale() {
    return LocaleContextHolder.getLocale();
  }
}
