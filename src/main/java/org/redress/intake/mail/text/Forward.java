package org.redress.intake.mail.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail that somebody passed on inside the text of another.
 *
 * @param note what was written above it
 * @param name what its sender is called; may be empty
 * @param address its sender's mail address
 * @param subject its subject; may be empty
 * @param text what its sender wrote
 */
public record Forward(String note, String name, String address, String subject, String text) {

  private static final Pattern ADDRESS =
      Pattern.compile("[\\w.+=%'/-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}");
  private static final Pattern NAME_MARKS = Pattern.compile("[\"'*<>\\[\\]();|]|mailto:");
  private static final Pattern QUOTE_MARK = Pattern.compile("^\\s{0,3}> ?");

  /**
   * The first mail that is passed on in a text, with the block of fields that programs put above.
   */
  public static Optional<Forward> in(String text) {
    var lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      int body = QuoteHeader.end(lines, i, true);
      if (body > 0) {
        var fields = lines.subList(i, body);
        var from = QuoteHeader.sender(fields);
        var address = ADDRESS.matcher(from);
        if (address.find()) {
          var name = NAME_MARKS.matcher(from.substring(0, address.start())).replaceAll("").strip();
          var note = String.join("\n", lines.subList(0, i)).strip();
          return Optional.of(
              new Forward(
                  note,
                  name,
                  address.group(),
                  QuoteHeader.subject(fields),
                  unquoted(lines.subList(body, lines.size()))));
        }
      }
    }
    return Optional.empty();
  }

  /** Some programs mark the whole mail as a quotation. */
  private static String unquoted(List<String> lines) {
    boolean quoted =
        lines.stream()
            .filter(line -> !line.isBlank())
            .allMatch(line -> QUOTE_MARK.matcher(line).find());
    var plain =
        quoted
            ? lines.stream().map(line -> QUOTE_MARK.matcher(line).replaceFirst("")).toList()
            : lines;
    return String.join("\n", plain).strip();
  }
}
