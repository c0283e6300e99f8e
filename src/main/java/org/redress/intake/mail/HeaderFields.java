package org.redress.intake.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header fields of a mail or of one of its parts. */
final class HeaderFields {
  /** Longer headers are an attack: each field costs far more memory than it has bytes. */
  private static final int LIMIT = 256 * 1024;

  private static final Pattern FOLD = Pattern.compile("[\\r\\n]+[ \\t]*");
  private static final Pattern MESSAGE_ID = Pattern.compile("<([^<>]{1,998})>");

  private static final int LONGEST_DATE = 200;

  /** What may hide a comma, and the marks between mailboxes. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*+\"?|<[^<>]*+>|\\([^()]*+\\)"
              + "|=\\?[^?\\s]{1,60}+\\?[bBqQ]\\?[^?]*+\\?=|[,;:]");

  private static final Pattern COMMENT = Pattern.compile("^([^(]++)\\(([^()]*+)\\)");
  private static final Pattern QUOTES = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"?");
  private static final Pattern QUOTED = Pattern.compile("^[\"'](.*)[\"']$");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");
  private static final Pattern LONG_MONTH =
      Pattern.compile("(?i)\\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{1,6}\\b");

  private final InternetHeaders headers;
  private final int end;
  private final boolean cut;

  private HeaderFields(InternetHeaders headers, int end, boolean cut) {
    this.headers = headers;
    this.end = end;
    this.cut = cut;
  }

  /**
   * Reads the header that starts at {@code start}, never beyond {@code end} or the limit. If the
   * first line is no header field there is no header.
   */
  static HeaderFields read(byte[] raw, int start, int end) {
    int stop = lastEnd(raw, start, end);
    var in = new SharedByteArrayInputStream(raw, start, stop - start);
    try {
      var headers = new InternetHeaders(in);
      int length = (int) in.getPosition();
      return new HeaderFields(headers, start + length, length >= LIMIT);
    } catch (MessagingException e) {
      throw new IllegalStateException("an array in memory could not be read", e);
    }
  }

  /** Where the body starts. */
  int end() {
    return end;
  }

  /** Whether the header was longer than the limit, so that its rest was taken for the body. */
  boolean isCut() {
    return cut;
  }

  /** Whether there is no field at all. */
  boolean isEmpty() {
    return !headers.getAllHeaderLines().hasMoreElements();
  }

  /** The first field of that name, unfolded, one byte in each char. */
  Optional<String> raw(String name) {
    return Optional.ofNullable(headers.getHeader(name, null)).map(HeaderFields::unfold);
  }

  /** The first field of that name as text. */
  Optional<String> text(String name, @Nullable String charset) {
    return raw(name).map(raw -> Encodings.words(raw, charset).strip());
  }

  /** A field with parameters; empty when it is missing. */
  Parameters parameters(String name) {
    return Parameters.parse(raw(name).orElse(""));
  }

  /** The Message-IDs in a field, or its bare text where it has no angle brackets. */
  List<String> messageIds(String name) {
    var field = raw(name).orElse("");
    var ids = MESSAGE_ID.matcher(field).results().map(id -> id.group(1).strip()).toList();
    return ids.isEmpty() && !field.isBlank() ? List.of(field.strip()) : ids;
  }

  /** The Date field; empty when it is missing or no date. */
  Optional<Instant> date() {
    try {
      var field = raw("Date").filter(date -> date.length() < LONGEST_DATE).orElse("");
      var text = LONG_MONTH.matcher(field).replaceAll("$1");
      return text.isBlank()
          ? Optional.empty()
          : Optional.of(new MailDateFormat().parse(text).toInstant());
    } catch (ParseException e) {
      return Optional.empty(); // a mail without a readable date is still a mail
    }
  }

  /**
   * The mailboxes in all fields of that name, groups opened. Fields with at least one real address
   * lose what is none.
   */
  List<Mail.Address> addresses(String name, @Nullable String charset) {
    var fields = headers.getHeader(name);
    var found = new ArrayList<Mail.Address>();
    for (var field : fields == null ? new String[0] : fields) {
      for (var mailbox : mailboxes(unfold(field))) {
        mailbox(mailbox, charset).ifPresent(found::add);
      }
    }
    var real = found.stream().filter(mailbox -> mailbox.address().contains("@")).toList();
    return real.isEmpty() ? found : real;
  }

  /** Cuts at commas and at the marks of groups, outside of quotes, brackets and encoded words. */
  private static List<String> mailboxes(String field) {
    var found = new ArrayList<String>();
    var token = TOKEN.matcher(field);
    int start = 0;
    while (token.find()) {
      var mark = token.group();
      if (mark.equals(",") || mark.equals(";")) {
        found.add(field.substring(start, token.start()));
      }
      start = ",;:".contains(mark) ? token.end() : start;
    }
    found.add(field.substring(start));
    return found;
  }

  private static Optional<Mail.Address> mailbox(String text, @Nullable String charset) {
    int open = text.lastIndexOf('<');
    if (open >= 0) {
      return mailbox(text.substring(open + 1).split(">", 2)[0], text.substring(0, open), charset);
    }
    var comment = COMMENT.matcher(text);
    if (comment.find()) {
      return mailbox(comment.group(1), comment.group(2), charset);
    }
    return mailbox(text, "", charset);
  }

  private static Optional<Mail.Address> mailbox(
      String address, String name, @Nullable String charset) {
    var quoted = QUOTES.matcher(name.strip()).replaceAll("$1");
    var bare = ESCAPE.matcher(quoted).replaceAll("$1");
    var person = Encodings.words(bare, charset).strip();
    var whole = QUOTED.matcher(Encodings.words(address.strip(), charset)).replaceAll("$1");
    var words = List.of(whole.split("\\s+"));
    var box = words.stream().filter(word -> word.contains("@")).findFirst().orElse(words.get(0));
    return box.isEmpty() && person.isEmpty()
        ? Optional.empty()
        : Optional.of(new Mail.Address(person.isEmpty() ? null : person, box));
  }

  /**
   * Where reading must stop if no blank line comes before: at the limit, or at text that follows
   * the header directly. A single line that is no field is skipped later, two are text.
   */
  private static int lastEnd(byte[] raw, int start, int end) {
    int stop = Math.min(end, start + LIMIT);
    int line = start;
    while (line < stop && raw[line] != '\r' && raw[line] != '\n') {
      int next = nextLine(raw, line, stop);
      boolean known = isField(raw, line, next) || line > start && isFolded(raw, line);
      if (!known && (line == start || next < stop && !isField(raw, next, stop))) {
        return line;
      }
      line = next;
    }
    return stop;
  }

  private static int nextLine(byte[] raw, int from, int end) {
    int at = from;
    while (at < end && raw[at] != '\n') {
      at++;
    }
    return Math.min(at + 1, end);
  }

  private static boolean isFolded(byte[] raw, int at) {
    return raw[at] == ' ' || raw[at] == '\t';
  }

  /** A blank line counts as one, and so does the envelope line of mail kept in mbox files. */
  private static boolean isField(byte[] raw, int from, int end) {
    int at = from;
    while (at < end && raw[at] > ' ' && raw[at] < 127 && raw[at] != ':') {
      at++;
    }
    int colon = at;
    while (colon < end && isFolded(raw, colon)) {
      colon++;
    }
    var name = new String(raw, from, Math.min(at - from, 100), StandardCharsets.ISO_8859_1);
    return colon < end && raw[colon] == ':' && colon > from
        || name.equals("From")
        || name.equals(">From")
        || from < end && (raw[from] == '\r' || raw[from] == '\n');
  }

  private static String unfold(String value) {
    return FOLD.matcher(value.replace("\0", "")).replaceAll(" ").strip();
  }
}
