package org.redress.intake.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Walks the parts of a mail, within limits, and sorts them into shown text and attachments. */
final class BodyParts {
  static final int MAX_DEPTH = 50;
  static final int MAX_PARTS = 1_000;
  static final int MAX_TEXT = 1_000_000;

  private static final Pattern META_CHARSET =
      Pattern.compile("(?i)<meta[^>]{0,200}?charset\\s{0,9}=[\\s\"']{0,9}([\\w.:-]{1,40})");

  private final List<Mail.MailAttachment> attachments = new ArrayList<>();
  private final Set<String> types = new HashSet<>();
  private final Set<String> problems = new LinkedHashSet<>();
  private final Shown shown;
  private @Nullable String charset;
  private int count;

  /** What a part shows, and the same with quotations marked by {@code >}. */
  record Shown(String text, String marked, boolean html) {
    static final Shown NOTHING = new Shown("", "", false);

    Shown and(Shown more) {
      if (text.isBlank() || more.text.isBlank()) {
        return text.isBlank() ? more : this;
      }
      return new Shown(text + "\n\n" + more.text, marked + "\n\n" + more.marked, html && more.html);
    }
  }

  BodyParts(MimePart root) {
    shown = walk(root, 0);
  }

  Shown shown() {
    return shown;
  }

  List<Mail.MailAttachment> attachments() {
    return attachments;
  }

  /** The media types of all parts, multiparts included. */
  Set<String> types() {
    return types;
  }

  /** What could not be read as the sender meant it. */
  Set<String> problems() {
    return problems;
  }

  /** The first character set that a part names. */
  Optional<String> charset() {
    return Optional.ofNullable(charset);
  }

  private Shown walk(MimePart part, int depth) {
    count++;
    types.add(part.type());
    part.parameter("charset").filter(name -> charset == null).ifPresent(name -> charset = name);
    if (part.isMultipart() && depth < MAX_DEPTH) {
      var children = part.children(MAX_PARTS - count);
      if (!children.isEmpty()) {
        return part.type().equals("multipart/alternative")
            ? best(children, depth + 1)
            : all(children, depth + 1);
      }
      problems.add("a multipart has no parts: its content was read as text");
    } else if (part.isMultipart()) {
      problems.add(
          "parts are nested deeper than %d: the rest was kept unread".formatted(MAX_DEPTH));
      attach(part);
      return Shown.NOTHING;
    }
    return leaf(part);
  }

  private Shown all(List<MimePart> children, int depth) {
    var sum = Shown.NOTHING;
    for (var child : children) {
      sum = count < MAX_PARTS ? sum.and(walk(child, depth)) : sum;
    }
    if (count >= MAX_PARTS) {
      problems.add("there are more than %,d parts: the rest was left out".formatted(MAX_PARTS));
    }
    return sum;
  }

  private Shown best(List<MimePart> children, int depth) {
    var best = Shown.NOTHING;
    for (var child : children) {
      var next = walk(child, depth);
      boolean better = best.text().isBlank() || best.html() && !next.html();
      best = better && !next.text().isBlank() ? next : best;
    }
    return best;
  }

  private Shown leaf(MimePart part) {
    boolean text =
        part.type().equals("text/plain") || part.type().equals("text/html") || part.isMultipart();
    boolean apart = part.isAttachment() || part.fileName().isPresent() && !part.isInline();
    if (!text || apart || part.fileName().isPresent()) {
      attach(part);
    }
    return text && !apart ? text(part) : Shown.NOTHING;
  }

  private void attach(MimePart part) {
    attachments.add(
        new Mail.MailAttachment(part.fileName().orElse(null), part.type(), part.content()));
  }

  private Shown text(MimePart part) {
    var content = part.content();
    boolean html = part.type().equals("text/html");
    var name = part.parameter("charset").or(() -> html ? metaCharset(content) : Optional.empty());
    name.filter(unknown -> !Charsets.knows(unknown))
        .ifPresent(
            unknown ->
                problems.add(
                    "the character set '%s' is unknown: it was guessed".formatted(unknown)));
    var text = cut(Charsets.decode(content, name.orElse(null)).replace("\r\n", "\n"));
    if (html) {
      return new Shown(VisibleText.html(text, false), VisibleText.html(text, true), true);
    }
    var plain =
        part.parameter("format").filter("flowed"::equalsIgnoreCase).isPresent()
            ? VisibleText.unflow(
                text, part.parameter("delsp").filter("yes"::equalsIgnoreCase).isPresent())
            : text;
    return new Shown(plain, plain, false);
  }

  private String cut(String text) {
    if (text.length() <= MAX_TEXT) {
      return text;
    }
    problems.add("the text is longer than %,d characters: the rest was cut".formatted(MAX_TEXT));
    return text.substring(0, MAX_TEXT);
  }

  private static Optional<String> metaCharset(byte[] html) {
    var start = new String(html, 0, Math.min(html.length, 4096), StandardCharsets.ISO_8859_1);
    return META_CHARSET.matcher(start).results().map(found -> found.group(1)).findFirst();
  }
}
