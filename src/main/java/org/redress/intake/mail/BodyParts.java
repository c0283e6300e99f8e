package org.redress.intake.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.intake.mail.text.Invitation;
import org.redress.intake.mail.text.VisibleText;
import org.redress.intake.mail.wrapped.Smime;
import org.redress.intake.mail.wrapped.Tnef;

/** Walks the parts of a mail, within limits, and sorts them into shown text and attachments. */
final class BodyParts {
  private static final int MAX_DEPTH = 50;
  private static final int MAX_PARTS = 1_000;

  /** In bytes; all parts together. A book has half of it. */
  private static final int MAX_TEXT = 1_000_000;

  private static final Pattern META_CHARSET =
      Pattern.compile("(?i)<meta[^>]{0,200}?charset\\s{0,9}=[\\s\"']{0,9}([\\w.:-]{1,40})");

  private final List<Mail.MailAttachment> attachments = new ArrayList<>();
  private final List<Mail.MailAttachment> files = new ArrayList<>();
  private final Set<String> types = new HashSet<>();
  private final Set<String> problems = new LinkedHashSet<>();
  private final VisibleText shown;
  private @Nullable String charset;
  private String invitation = "";
  private int partsLeft = MAX_PARTS;
  private int textLeft = MAX_TEXT;

  /** Set while a plain text was found that says the same as HTML to come. */
  private boolean skipHtml;

  /** Set while the parts of a wrapped mail are walked. */
  private boolean wrapped;

  private VisibleText wrappedText = VisibleText.NONE;

  BodyParts(MimePart root) {
    var own = walk(root, 0);
    shown = (own.isBlank() ? wrappedText : own).and(VisibleText.ofPlain(invitation));
  }

  /** What a reader sees. */
  VisibleText shown() {
    return shown;
  }

  List<Mail.MailAttachment> attachments() {
    return attachments;
  }

  /** The same, but of parts that only wrap others what is in them. */
  List<Mail.MailAttachment> files() {
    return files;
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

  private VisibleText walk(MimePart part, int depth) {
    types.add(part.type());
    part.parameter("charset").filter(name -> charset == null).ifPresent(name -> charset = name);
    if (!part.isMultipart()) {
      return leaf(part, depth);
    }
    if (depth == MAX_DEPTH || partsLeft == 0) {
      problems.add("there are too many or too deeply nested parts: the rest was kept unread");
      attach(part);
      return VisibleText.NONE;
    }
    var children = part.children(partsLeft);
    partsLeft -= children.size();
    if (children.isEmpty()) {
      problems.add("a multipart has no parts: its content was read as text");
      return leaf(part, depth);
    }
    if (partsLeft == 0) {
      problems.add("there are more than %d parts: the rest was left out".formatted(MAX_PARTS));
    }
    return part.type().equals("multipart/alternative")
        ? best(children, depth + 1)
        : all(children, depth + 1);
  }

  private VisibleText all(List<MimePart> children, int depth) {
    var sum = VisibleText.NONE;
    for (var child : children) {
      sum = sum.and(walk(child, depth));
    }
    return sum;
  }

  /** Of several forms of the same text: plain, if there is any in it. */
  private VisibleText best(List<MimePart> children, int depth) {
    boolean outer = skipHtml;
    var best = VisibleText.NONE;
    for (var child : children) {
      var next = walk(child, depth);
      best = best.isBlank() || best.isHtml() && !next.isHtml() && !next.isBlank() ? next : best;
      skipHtml = outer || !best.isBlank() && !best.isHtml();
    }
    skipHtml = outer;
    return best;
  }

  private VisibleText leaf(MimePart part, int depth) {
    if (Smime.is(part.type())) {
      return signed(part, depth);
    }
    if (Tnef.is(part.type(), part.fileName().orElse(null))) {
      return opened(part);
    }
    boolean html = part.type().equals("text/html");
    boolean text = html || part.type().equals("text/plain") || part.isMultipart();
    boolean named = part.fileName().isPresent();
    boolean apart = part.isAttachment() || named && !part.isInline();
    if (!text || apart || named) {
      attach(part);
    }
    if (part.type().equals("text/calendar") && invitation.isEmpty()) {
      invitation = Invitation.of(text(part, false).text());
    }
    return !text || apart || html && skipHtml ? VisibleText.NONE : text(part, html);
  }

  private void attach(MimePart part) {
    files.add(attachment(part));
    if (!wrapped) {
      attachments.add(files.get(files.size() - 1));
    }
  }

  private static Mail.MailAttachment attachment(MimePart part) {
    return new Mail.MailAttachment(part.fileName().orElse(null), part.type(), part.content());
  }

  /** What is signed in one piece, or the piece itself as a file where it cannot be opened. */
  private VisibleText signed(MimePart part, int depth) {
    var inner = depth < MAX_DEPTH ? Smime.signed(part.content()) : Optional.<byte[]>empty();
    if (inner.isEmpty()) {
      attach(part);
      return VisibleText.NONE;
    }
    if (!wrapped) {
      attachments.add(attachment(part));
    }
    boolean outer = wrapped;
    wrapped = true;
    var headers = HeaderFields.read(inner.get(), 0, inner.get().length);
    var text =
        walk(new MimePart(inner.get(), headers, inner.get().length, "text/plain"), depth + 1);
    wrapped = outer;
    return text;
  }

  /** Outlook repeats the text of the mail in there, so it counts only where there is no other. */
  private VisibleText opened(MimePart part) {
    var tnef = Tnef.open(part.content());
    if (tnef.isEmpty()) {
      problems.add("a winmail.dat could not be opened: it was kept as it is");
      attach(part);
      return VisibleText.NONE;
    }
    if (!wrapped) {
      attachments.add(attachment(part));
    }
    for (var file : tnef.get().files()) {
      files.add(new Mail.MailAttachment(file.name(), "application/octet-stream", file.content()));
    }
    var plain = VisibleText.ofPlain(cut(tnef.get().plain()));
    wrappedText = plain.isBlank() ? VisibleText.ofHtml(cut(tnef.get().html())) : plain;
    return VisibleText.NONE;
  }

  private String cut(String text) {
    var kept = text.substring(0, Math.min(text.length(), textLeft));
    textLeft -= kept.length();
    return kept;
  }

  private VisibleText text(MimePart part, boolean html) {
    var content = cut(part.content());
    var name = part.parameter("charset").or(() -> html ? metaCharset(content) : Optional.empty());
    name.filter(unknown -> !Charsets.knows(unknown)).ifPresent(this::noteUnknown);
    var text = Charsets.decode(content, name.orElse(null)).replaceFirst("^\uFEFF", "");
    if (html) {
      return VisibleText.ofHtml(text);
    }
    return part.parameter("format").filter("flowed"::equalsIgnoreCase).isPresent()
        ? VisibleText.ofFlowed(
            text, part.parameter("delsp").filter("yes"::equalsIgnoreCase).isPresent())
        : VisibleText.ofPlain(text);
  }

  private void noteUnknown(String charset) {
    var shown = charset.substring(0, Math.min(charset.length(), 40)).replaceAll("[^\\w.:-]", "?");
    problems.add("the character set '%s' is unknown: it was guessed".formatted(shown));
  }

  /** Cuts at the end of a line where it can, so that no character is torn apart. */
  private byte[] cut(byte[] text) {
    if (text.length <= textLeft) {
      textLeft -= text.length;
      return text;
    }
    problems.add("the text is longer than %d bytes: the rest was cut".formatted(MAX_TEXT));
    int end = textLeft;
    for (int i = textLeft; i > textLeft - 1_000 && i > 0 && end == textLeft; i--) {
      end = text[i - 1] == '\n' ? i : end;
    }
    textLeft = 0;
    return Arrays.copyOf(text, end);
  }

  private static Optional<String> metaCharset(byte[] html) {
    var start = new String(html, 0, Math.min(html.length, 4096), StandardCharsets.ISO_8859_1);
    return META_CHARSET.matcher(start).results().map(found -> found.group(1)).findFirst();
  }
}
