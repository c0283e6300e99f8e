package org.redress.desk.ticket;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.desk.Times;
import org.redress.desk.Words;
import org.redress.desk.compensation.CompensationWords;
import org.redress.ticket.History;
import org.redress.ticket.care.CareStep;
import org.redress.ticket.work.MailReports;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Tells an entry of the history as a sentence. */
@Component("events")
class HistoryWords {

  private final Words words;
  private final Times times;
  private final CompensationWords compensation;
  private final MessageSource messages;

  HistoryWords(Words words, Times times, CompensationWords compensation, MessageSource messages) {
    this.words = words;
    this.times = times;
    this.compensation = compensation;
    this.messages = messages;
  }

  /** The event with its values in words; an event without words by its bare name. */
  public String words(History.Entry entry) {
    var nobody = message("ticket.nobody");
    var now = value(entry.event(), entry.newValue(), nobody);
    var before = value(entry.event(), entry.oldValue(), nobody);
    var isNew = entry.event().equals("deadline_moved") && entry.oldValue() == null;
    var key = "history." + entry.event() + (isNew ? ".none" : "");
    return Objects.requireNonNullElse(
        messages.getMessage(key, new Object[] {now, before}, entry.event(), locale()),
        entry.event());
  }

  /** What mail systems told of a mail, as a sentence of its own. */
  public String said(History.Entry entry) {
    var value = Objects.requireNonNullElse(entry.newValue(), "");
    return messages.getMessage("said." + entry.event(), new Object[] {fault(value)}, locale());
  }

  /** Why it was done: a person's own words, or the cause of a machine's step. */
  public String reason(History.Entry entry) {
    var reason = entry.reason();
    return reason == null ? "" : words.named("cause", reason);
  }

  private String value(String event, @Nullable String value, String nobody) {
    if (value == null) {
      return event.equals("owner") ? nobody : "";
    }
    return switch (event) {
      case "owner", "approval_asked", "asked_higher" -> words.person(value);
      case "mentioned" -> people(value);
      case "team" -> words.team(value);
      case "status" -> message("ticket.status." + value);
      case "care_step" ->
          CareStep.of(value).map(step -> message("step." + step.key())).orElse(value);
      case "priority", "cause", "category", "emotion", "severity" -> words.answer(event, value);
      case "demand" -> demands(value);
      case "survey_answered" -> message("satisfaction." + value);
      case "deadline_passed", "deadline_near" -> words.obligation(value);
      case "deadline_moved" -> times.exact(Instant.parse(value));
      case "opened", "customer_replied" -> words.named("channel", value);
      case "needs_person" -> questions(value);
      case "notice_sent", "notice_failed", "notice_withheld" -> notice(value);
      case MailReports.BOUNCED, MailReports.DELAYED -> fault(value);
      default -> event.startsWith("offer_") ? compensation.offer(value) : value;
    };
  }

  private String people(String listed) {
    return Arrays.stream(listed.split(","))
        .map(words::person)
        .collect(Collectors.joining(message("why.comma")));
  }

  private String questions(String listed) {
    return Arrays.stream(listed.split(", "))
        .map(question -> words.named("question", question))
        .collect(Collectors.joining(message("why.comma")));
  }

  private String demands(String listed) {
    return Arrays.stream(listed.split(","))
        .map(demand -> words.answer("demand", demand))
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

  /** A mail that came back is recorded as the fault and whom it was for. */
  private String fault(String value) {
    var parts = value.split(": ", 2);
    return parts.length == 1
        ? value
        : messages.getMessage(
            "fault.of", new Object[] {parts[1], message("fault." + parts[0])}, locale());
  }

  private String message(String key) {
    return messages.getMessage(key, null, locale());
  }

  private static Locale locale() {
    return LocaleContextHolder.getLocale();
  }
}
