package org.redress.desk.form;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.text.Text;

/**
 * One field of a form.
 *
 * @param is what its value is of a complaint: {@code text}, {@code reference}, {@code name}, {@code
 *     email} or {@code phone}; any other is written below the customer's words
 * @param section begins a part of the form with this heading
 * @param about a line below the heading
 * @param missing said when a required field is empty
 * @param wrong said when the value does not fit
 * @param choices of a choice, by what is kept
 * @param pattern of a number pattern: {@code A} is a letter, {@code 9} a digit, the rest itself
 */
record Field(
    @JsonProperty(required = true) Kind kind,
    @JsonProperty(required = true) Text label,
    @Nullable String is,
    boolean required,
    @Nullable Text hint,
    @Nullable Text section,
    @Nullable Text about,
    @Nullable Text missing,
    @Nullable Text wrong,
    @Nullable LinkedHashMap<String, Text> choices,
    @Nullable String pattern) {

  static final int LONGEST_LINE = 200;
  static final int LONGEST_TEXT = 20_000;

  private static final Set<String> MEANINGS = Set.of("text", "reference", "name", "email", "phone");
  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,200}\\.[^@\\s.]{2,}");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()./-]{5,30}");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}([.,]\\d{1,6})?");

  /** What a field takes. */
  enum Kind {
    LINE,
    LONG_TEXT,
    CHOICE,
    DATE,
    EMAIL,
    PHONE,
    NUMBER,
    NUMBER_PATTERN,
    FILES;

    @JsonCreator
    static Kind of(String word) {
      return Arrays.stream(values())
          .filter(kind -> kind.word().equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "kind '%s' is unknown; one of %s"
                          .formatted(word, Arrays.stream(values()).map(Kind::word).toList())));
    }

    /** As a form file writes it. */
    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  Field {
    complete("label", label);
    complete("hint", hint);
    complete("section", section);
    complete("about", about);
    complete("missing", missing);
    complete("wrong", wrong);
    if (is != null && !MEANINGS.contains(is)) {
      throw new IllegalArgumentException("is '%s' is unknown; one of %s".formatted(is, MEANINGS));
    }
    if (kind == Kind.CHOICE && (choices == null || choices.isEmpty())) {
      throw new IllegalArgumentException("a choice needs 'choices'");
    }
    if (choices != null) {
      choices.forEach(Field::complete);
    }
    if ((kind == Kind.NUMBER_PATTERN) != (pattern != null)) {
      throw new IllegalArgumentException("a number pattern, and nothing else, has a 'pattern'");
    }
  }

  private static void complete(String name, @Nullable Text text) {
    if (text != null && (isBlank(text.en()) || isBlank(text.zh()))) {
      throw new IllegalArgumentException("'%s' needs words in en and in zh".formatted(name));
    }
  }

  private static boolean isBlank(@Nullable String words) {
    return words == null || words.isBlank();
  }

  /** Whether the value, which is not empty, can be taken. */
  boolean takes(String value) {
    return switch (kind) {
      case LINE -> value.length() <= LONGEST_LINE;
      case LONG_TEXT -> value.length() <= LONGEST_TEXT;
      case CHOICE -> choices != null && choices.containsKey(value);
      case DATE -> isDate(value);
      case EMAIL -> EMAIL.matcher(value).matches();
      case PHONE -> PHONE.matcher(value).matches();
      case NUMBER -> NUMBER.matcher(value).matches();
      case NUMBER_PATTERN -> follows(value, pattern == null ? "" : pattern);
      case FILES -> true;
    };
  }

  private static boolean isDate(String value) {
    try {
      return LocalDate.parse(value).getYear() > 1900;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean follows(String value, String pattern) {
    if (value.length() != pattern.length()) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      var wanted = pattern.charAt(i);
      var given = value.charAt(i);
      var fits =
          switch (wanted) {
            case 'A' -> Character.isLetter(given);
            case '9' -> given >= '0' && given <= '9';
            default -> given == wanted;
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** A value as it is written below the customer's words. */
  String inWords(String value, String language) {
    return choices == null || !choices.containsKey(value) ? value : choices.get(value).in(language);
  }
}
