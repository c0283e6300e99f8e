package org.redress.intake.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One part of a mail: a header and a range of bytes below it. Nothing is copied before it is asked
 * for, so that a mail of a million empty parts costs no more than the parts that are read.
 */
final class MimePart {
  private static final Pattern FIRST_PART =
      Pattern.compile("(?mi)^--([^\\r\\n]{2,100}+)\\r?\\nContent-");
  private static final int GUESS_WITHIN = 64 * 1024;

  private final byte[] raw;
  private final int start;
  private final int end;
  private final Parameters contentType;
  private final Parameters disposition;
  private final String type;
  private final String encoding;

  /**
   * A part whose body runs from the end of its header to {@code end}.
   *
   * @param defaultType its media type if the header names none
   */
  MimePart(byte[] raw, HeaderFields headers, int end, String defaultType) {
    this.raw = raw;
    this.start = headers.end();
    this.end = end;
    contentType = headers.parameters("Content-Type");
    disposition = headers.parameters("Content-Disposition");
    type = type(contentType.value(), defaultType);
    encoding = isMultipart() ? "" : headers.raw("Content-Transfer-Encoding").orElse("");
  }

  /** The media type in lower case. */
  String type() {
    return type;
  }

  boolean isMultipart() {
    return type.startsWith("multipart/");
  }

  /** A parameter of the Content-Type. */
  Optional<String> parameter(String name) {
    return contentType.get(name).filter(value -> !value.isBlank());
  }

  /** The decoded name the sender gave the part. */
  Optional<String> fileName() {
    return disposition
        .get("filename")
        .or(() -> contentType.get("name"))
        .map(String::strip)
        .filter(name -> !name.isEmpty());
  }

  /** Whether the sender wants it shown apart from the text. */
  boolean isAttachment() {
    return disposition.value().equals("attachment");
  }

  /** Whether the sender wants it shown where it stands. */
  boolean isInline() {
    return disposition.value().equals("inline");
  }

  /** The content, its transfer encoding undone. */
  byte[] content() {
    return Encodings.body(Arrays.copyOfRange(raw, start, end), encoding);
  }

  /** The parts of a multipart, at most so many; none if its boundary does not occur. */
  List<MimePart> children(int most) {
    var declared = parameter("boundary").map(boundary -> split(boundary, most)).orElse(List.of());
    return declared.isEmpty()
        ? guessedBoundary().map(boundary -> split(boundary, most)).orElse(List.of())
        : declared;
  }

  private Optional<String> guessedBoundary() {
    int length = Math.min(end - start, GUESS_WITHIN);
    var body = new String(raw, start, length, StandardCharsets.ISO_8859_1);
    return FIRST_PART.matcher(body).results().map(found -> found.group(1)).findFirst();
  }

  private List<MimePart> split(String boundary, int most) {
    var delimiter = ("--" + boundary.stripTrailing()).getBytes(StandardCharsets.ISO_8859_1);
    var parts = new ArrayList<MimePart>();
    int partStart = -1;
    boolean closed = false;
    for (int line = start; line < end && !closed && parts.size() < most; ) {
      int next = nextLine(line);
      if (isDelimiter(delimiter, line, next)) {
        if (partStart >= 0) {
          parts.add(child(partStart, beforeLineBreak(partStart, line)));
        }
        partStart = next;
        closed = startsWith(new byte[] {'-', '-'}, line + delimiter.length);
      }
      line = next;
    }
    if (partStart >= 0 && !closed && parts.size() < most && partStart < end) {
      parts.add(child(partStart, end));
    }
    return parts;
  }

  private MimePart child(int from, int to) {
    var usual = type.equals("multipart/digest") ? "message/rfc822" : "text/plain";
    return new MimePart(raw, HeaderFields.read(raw, from, to), to, usual);
  }

  private int nextLine(int from) {
    for (int i = from; i < end; i++) {
      if (raw[i] == '\n') {
        return i + 1;
      }
    }
    return end;
  }

  private boolean isDelimiter(byte[] delimiter, int line, int next) {
    if (!startsWith(delimiter, line)) {
      return false;
    }
    int rest = line + delimiter.length;
    var tail = new String(raw, rest, Math.max(0, next - rest), StandardCharsets.ISO_8859_1);
    return tail.isBlank() || tail.strip().equals("--");
  }

  private boolean startsWith(byte[] expected, int at) {
    return at + expected.length <= end
        && Arrays.equals(raw, at, at + expected.length, expected, 0, expected.length);
  }

  /** The line break before a delimiter belongs to the delimiter. */
  private int beforeLineBreak(int from, int line) {
    int stop = line > from && raw[line - 1] == '\n' ? line - 1 : line;
    return stop > from && raw[stop - 1] == '\r' ? stop - 1 : stop;
  }

  private static String type(String declared, String usual) {
    if (declared.isEmpty()) {
      return usual;
    }
    if (declared.indexOf('/') > 0) {
      return declared;
    }
    return declared.equals("multipart") ? "multipart/mixed" : "text/plain";
  }
}
