package org.redress.intake.mail.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** An invitation to a meeting (RFC 5545) in words: what, when, where, who. */
public final class Invitation {
  private static final int MOST_LINES = 20_000;
  private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]");
  private static final Pattern FIELD =
      Pattern.compile("(?s)([A-Za-z-]{1,30})(;[^:\"]*(?:\"[^\"]*\"[^:\"]*)*)?:(.*)");
  private static final Pattern TIME =
      Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)(?:T(\\d\\d)(\\d\\d)\\d\\d(Z?))?");
  private static final Pattern ZONE = Pattern.compile("(?i)TZID=\"?([^;:\"]{1,60})");
  private static final Pattern NAME = Pattern.compile("(?i)CN=\"?([^;:\"]{1,100})");

  private Invitation() {}

  /** The first event of a calendar, a line a fact; empty when there is none. */
  public static String of(String calendar) {
    var words = new ArrayList<String>();
    boolean inside = false;
    for (var line : FOLD.matcher(calendar).replaceAll("").lines().limit(MOST_LINES).toList()) {
      if (line.equalsIgnoreCase("BEGIN:VEVENT")) {
        inside = true;
      } else if (line.equalsIgnoreCase("END:VEVENT") || line.equalsIgnoreCase("BEGIN:VALARM")) {
        break;
      } else if (inside) {
        words.addAll(words(line));
      }
    }
    return String.join("\n", words);
  }

  private static List<String> words(String line) {
    var field = FIELD.matcher(line);
    if (!field.matches()) {
      return List.of();
    }
    var details = field.group(2) == null ? "" : field.group(2);
    var value = plain(field.group(3));
    return switch (field.group(1).toUpperCase(Locale.ROOT)) {
      case "SUMMARY", "LOCATION" -> value.isEmpty() ? List.of() : List.of(value);
      case "DTSTART" -> List.of(time(value, details));
      case "DTEND" -> List.of("– " + time(value, details));
      case "ORGANIZER" -> List.of(person(value, details));
      default -> List.of();
    };
  }

  /** As written, because the sender's zone is what the sender meant. */
  private static String time(String value, String details) {
    var time = TIME.matcher(value);
    if (!time.matches()) {
      return value;
    }
    var day = "%s-%s-%s".formatted(time.group(1), time.group(2), time.group(3));
    if (time.group(4) == null) {
      return day;
    }
    var zone = ZONE.matcher(details);
    var where = time.group(6).equals("Z") ? " UTC" : zone.find() ? " " + zone.group(1) : "";
    return "%s %s:%s%s".formatted(day, time.group(4), time.group(5), where);
  }

  private static String person(String value, String details) {
    var name = NAME.matcher(details);
    var address = value.replaceFirst("(?i)^mailto:", "");
    return name.find() ? "%s <%s>".formatted(name.group(1), address) : address;
  }

  private static String plain(String value) {
    return value
        .replace("\\n", "\n")
        .replace("\\N", "\n")
        .replaceAll("\\\\([,;\\\\])", "$1")
        .strip();
  }
}
