package org.redress.desk.care;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.redress.desk.Words;
import org.redress.ticket.aftercare.FollowUps;
import org.redress.ticket.care.CareStep;
import org.redress.ticket.care.Guidance;
import org.redress.ticket.care.NotRecorded;
import org.redress.ticket.care.StepGuide.Field;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The care steps' fields and mistakes in the reader's words. */
@Component
class StepWords {

  private final Guidance guidance;
  private final Words words;
  private final MessageSource messages;

  StepWords(Guidance guidance, Words words, MessageSource messages) {
    this.guidance = guidance;
    this.words = words;
    this.messages = messages;
  }

  /** What is wrong with what was written down, and how to mend it. */
  String mistake(NotRecorded lacking) {
    var labels =
        lacking.fields().stream()
            .map(field -> "“" + label(lacking.step(), field) + "”")
            .collect(Collectors.joining(message("care.or")));
    return switch (lacking.problem()) {
      case MISSING -> message("care.missing", labels);
      case NO_FIELD, NO_CHOICE -> message("care.no_choice", labels);
      case TOO_LONG -> message("care.too_long", labels);
    };
  }

  /** The label of a field; its name when the file no longer has it. */
  String label(CareStep step, String name) {
    if (name.equals(FollowUps.OUTCOME)) {
      return message("call.outcome");
    }
    return field(step, name).map(field -> words.text(field.label())).orElse(name);
  }

  /** Values in words. */
  String values(CareStep step, String name, List<String> values) {
    return values.stream()
        .map(value -> value(step, name, value))
        .collect(Collectors.joining(message("why.comma")));
  }

  private String value(CareStep step, String name, String value) {
    if (name.equals(FollowUps.OUTCOME)) {
      return message("call.outcome." + value);
    }
    return field(step, name).map(field -> value(field, value)).orElse(value);
  }

  private String value(Field field, String value) {
    if (field.answers() != null) {
      return words.answer(field.answers(), value);
    }
    return field.choices() != null && field.choices().containsKey(value)
        ? words.text(field.choices().get(value))
        : value;
  }

  private Optional<Field> field(CareStep step, String name) {
    return Optional.ofNullable(guidance.of(step).record().get(name));
  }

  private String message(String key, Object... values) {
    return messages.getMessage(
        key, values.length == 0 ? null : values, LocaleContextHolder.getLocale());
  }
}
