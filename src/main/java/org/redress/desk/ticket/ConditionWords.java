package org.redress.desk.ticket;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.desk.Words;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says the conditions of rules in words: {@code a|b & !c} becomes {@code A or B, not C}. */
@Component("conditions")
class ConditionWords {

  private static final Set<String> NAMED = Set.of("channel", "tier", "language");
  private static final Set<String> FOUND = Set.of("mentions", "understood");

  private final Words words;
  private final MessageSource messages;

  ConditionWords(Words words, MessageSource messages) {
    this.words = words;
    this.messages = messages;
  }

  /** What a rule asks for. */
  public String wanted(String column, String cell) {
    return Arrays.stream(cell.split("&"))
        .map(part -> anyOf(column, part.strip()))
        .collect(Collectors.joining(message("why.and")));
  }

  private String anyOf(String column, String part) {
    return Arrays.stream(part.split("\\|"))
        .map(word -> one(column, word.strip()))
        .collect(Collectors.joining(message("why.or")));
  }

  private String one(String column, String word) {
    return word.startsWith("!")
        ? message("why.not", label(column, word.substring(1)))
        : label(column, word);
  }

  /** What the complaint showed; phrases of the text stand as they are. */
  public String seen(String column, String seen) {
    return FOUND.contains(column)
        ? seen.replace('_', ' ')
        : Arrays.stream(seen.split(", "))
            .map(word -> label(column, word))
            .collect(Collectors.joining(message("why.comma")));
  }

  private String label(String column, String word) {
    if (NAMED.contains(column)) {
      return words.named(column, word);
    }
    return FOUND.contains(column) ? word.replace('_', ' ') : words.answer(column, word);
  }

  private String message(String key, Object... values) {
    return messages.getMessage(key, values, LocaleContextHolder.getLocale());
  }
}
