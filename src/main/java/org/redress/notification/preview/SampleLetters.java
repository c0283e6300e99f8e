package org.redress.notification.preview;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.redress.notification.NotificationSettings;
import org.redress.notification.text.NoticeTexts;
import org.redress.notification.text.NoticeTexts.Words;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Fills every notice in with what a sample ticket would give. */
@Component
class SampleLetters {

  private static final Set<String> TO_CUSTOMERS =
      Set.of("acknowledgement", "files_not_taken", "not_reached", "reply", "survey");

  /** Whatever is the same in every language. */
  private static final Map<String, String> ALIKE =
      Map.of(
          "count", "12",
          "link", "https://redress.example.com/tickets/RD-100042",
          "minutes", "10",
          "most", "20",
          "receipt", "R7K2M9PX",
          "sender", "robot@example.com",
          "status_url", "https://redress.example.com/status/R7K2M9PX",
          "survey_url", "https://redress.example.com/survey/example",
          "ticket", "RD-100042",
          "usual", "14");

  /** What else the texts of notices may name. */
  private static final List<String> PLACES =
      Stream.of(
              "agent amount by category channel customer due emotion escalation excerpt files legal",
              "lines name next_due note obligation offer owner problem severity since",
              "solution_due summary team text words")
          .flatMap(line -> Stream.of(line.split(" ")))
          .toList();

  private final NoticeTexts texts;
  private final NotificationSettings settings;
  private final MessageSource messages;

  SampleLetters(NoticeTexts texts, NotificationSettings settings, MessageSource messages) {
    this.texts = texts;
    this.settings = settings;
    this.messages = messages;
  }

  /**
   * A notice in one language.
   *
   * @param file where its text stands
   */
  record Letter(String language, String file, Words words) {}

  /** A notice in both languages. */
  List<Letter> of(String name) {
    return List.of(
        letter(name, "en", Locale.ENGLISH), letter(name, "zh", Locale.SIMPLIFIED_CHINESE));
  }

  /** Whether it goes to customers; others go to people who work here. */
  boolean isToCustomers(String name) {
    return TO_CUSTOMERS.contains(name);
  }

  private Letter letter(String name, String language, Locale locale) {
    var values = new HashMap<>(ALIKE);
    PLACES.forEach(
        place -> values.put(place, messages.getMessage("notice.sample." + place, null, locale)));
    var file = settings.texts().resolve("%s.%s.txt".formatted(name, language));
    return new Letter(language, file.toString(), texts.render(name, language, values));
  }
}
