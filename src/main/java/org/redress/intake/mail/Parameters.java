package org.redress.intake.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A header of the form {@code value; name=text; ...}, as Content-Type and Content-Disposition are.
 * Reads what RFC 2045 and RFC 2231 allow and what senders write instead.
 */
final class Parameters {
  private static final Pattern SECTION = Pattern.compile("([^*]+)(?:\\*(\\d{1,3}))?(\\*)?");

  private final String value;
  private final Map<String, String> plain = new HashMap<>();
  private final Map<String, TreeMap<Integer, Section>> sections = new HashMap<>();

  private record Section(String text, boolean encoded) {}

  private Parameters(String value) {
    this.value = value;
  }

  /** Reads an unfolded header that holds one byte in each char. */
  static Parameters parse(String header) {
    // An odd quote would make each search run to the end of the header, so it disarms all quotes.
    boolean quotes = header.chars().filter(c -> c == '"').count() % 2 == 0;
    int end = pieceEnd(header, 0, quotes);
    var first = header.substring(0, end).strip().toLowerCase(Locale.ROOT);
    var parameters = new Parameters(first.split("[\\s(]", 2)[0]);
    while (end < header.length()) {
      int start = end + 1;
      end = pieceEnd(header, start, quotes);
      parameters.add(header.substring(start, end));
    }
    return parameters;
  }

  /** The first word of the header in lower case, for instance {@code text/plain}. */
  String value() {
    return value;
  }

  /** The parameter's text, decoded; the name is in lower case. */
  Optional<String> get(String name) {
    var parts = sections.get(name);
    if (parts != null) {
      return Optional.of(joined(parts));
    }
    return Optional.ofNullable(plain.get(name)).map(text -> Encodings.words(text, null));
  }

  private void add(String piece) {
    int equals = piece.indexOf('=');
    if (equals < 0) {
      return;
    }
    var name = piece.substring(0, equals).strip().toLowerCase(Locale.ROOT);
    var text = unquote(piece.substring(equals + 1).strip());
    var section = SECTION.matcher(name);
    if (!name.contains("*") || !section.matches()) {
      plain.putIfAbsent(name, text);
      return;
    }
    var number = section.group(2) == null ? 0 : Integer.parseInt(section.group(2));
    sections
        .computeIfAbsent(section.group(1), key -> new TreeMap<>())
        .put(number, new Section(text, section.group(3) != null));
  }

  /** Where the piece that starts here ends: at the next semicolon outside of quotes. */
  private static int pieceEnd(String header, int start, boolean quotes) {
    boolean quoted = false;
    for (int i = start; i < header.length(); i++) {
      char c = header.charAt(i);
      if (c == '"' && quotes) {
        quoted = !quoted;
      } else if (c == ';' && !quoted) {
        return i;
      }
    }
    return header.length();
  }

  private static String unquote(String text) {
    if (!text.startsWith("\"")) {
      return text;
    }
    var out = new StringBuilder();
    for (int i = 1; i < text.length() && text.charAt(i) != '"'; i++) {
      // Windows paths are sent with single backslashes, so only \" and \\ are escapes.
      boolean escape = text.charAt(i) == '\\' && i + 1 < text.length();
      boolean real = escape && (text.charAt(i + 1) == '"' || text.charAt(i + 1) == '\\');
      i += real ? 1 : 0;
      out.append(text.charAt(i));
    }
    return out.toString();
  }

  private static String joined(TreeMap<Integer, Section> parts) {
    var first = parts.firstEntry().getValue();
    var head = first.encoded() ? first.text().split("'", 3) : new String[] {first.text()};
    var charset = head.length == 3 ? head[0] : "";
    var bytes = new ByteArrayOutputStream();
    parts.forEach(
        (number, part) -> {
          var text = part == first ? head[head.length - 1] : part.text();
          bytes.writeBytes(part.encoded() ? percent(text) : latin(text));
        });
    if (charset.isEmpty()) {
      return Encodings.words(bytes.toString(StandardCharsets.ISO_8859_1), null);
    }
    return Charsets.decode(bytes.toByteArray(), charset);
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] percent(String text) {
    var out = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      boolean room = text.charAt(i) == '%' && i + 2 < text.length();
      int high = room ? Character.digit(text.charAt(i + 1), 16) : -1;
      int low = room ? Character.digit(text.charAt(i + 2), 16) : -1;
      boolean code = high >= 0 && low >= 0;
      out.write(code ? high * 16 + low : text.charAt(i));
      i += code ? 2 : 0;
    }
    return out.toByteArray();
  }
}
