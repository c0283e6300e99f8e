package org.redress.notification.text;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.notification.NotificationSettings;
import org.springframework.stereotype.Component;

/**
 * The texts of notices from {@code config/notices/NAME.LANGUAGE.txt}: a line {@code Subject: …}, a
 * blank line, the body. All are read at start, so a broken one is found before anyone waits for it.
 */
@Component
public class NoticeTexts {

  /** All notices there are. */
  public static final List<String> NAMES =
      List.of(
          "acknowledgement",
          "approval_asked",
          "asked_higher",
          "channel_failing",
          "channel_silent",
          "channel_well",
          "deadline_digest",
          "deadline_passed",
          "deadline_soon",
          "escalated",
          "files_not_taken",
          "handed_over",
          "mentioned",
          "not_reached",
          "reply",
          "sender_held",
          "surge",
          "survey");

  private static final List<String> LANGUAGES = List.of("en", "zh");
  private static final String SUBJECT = "Subject:";

  private final Map<String, Template> templates = new HashMap<>();

  NoticeTexts(NotificationSettings settings) {
    var mustache = Mustache.compiler().escapeHTML(false).emptyStringIsFalse(true);
    for (var name : NAMES) {
      for (var language : LANGUAGES) {
        var file = settings.texts().resolve(name + "." + language + ".txt");
        templates.put(name + "." + language, compiled(mustache, file));
      }
    }
  }

  private static Template compiled(Mustache.Compiler mustache, Path file) {
    try {
      var text = Files.readString(file);
      if (!text.startsWith(SUBJECT)) {
        throw new IllegalStateException(
            "%s:1: the first line must be 'Subject: …', then a blank line".formatted(file));
      }
      return mustache.compile(text);
    } catch (IOException e) {
      throw new IllegalStateException("the text of a notice is missing: " + file, e);
    } catch (MustacheException e) {
      throw new IllegalStateException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** A notice's words, ready to send. */
  public record Words(String subject, String body) {}

  public Words render(String name, String language, Map<String, String> values) {
    var whole =
        templates.get(name + "." + (language.startsWith("zh") ? "zh" : "en")).execute(values);
    var end = whole.indexOf('\n');
    var subject = whole.substring(SUBJECT.length(), end).replaceAll("\\p{Cntrl}", " ").strip();
    return new Words(subject, whole.substring(end).strip() + "\n");
  }
}
