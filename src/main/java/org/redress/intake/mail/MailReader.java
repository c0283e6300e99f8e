package org.redress.intake.mail;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.Language;
import org.redress.intake.mail.text.ReplyText;

/**
 * Understands raw mails. Safe for use by many threads.
 *
 * <p>Mail comes from strangers, so nothing in it may exhaust the service: parts, nesting, header
 * and text are limited, every step takes time in proportion to the size of the mail, and the
 * content of attached mails stays closed.
 */
public final class MailReader {
  private static final int MOST_IDS = 100;

  /**
   * Reads one mail.
   *
   * @param raw the mail byte for byte, or anything else: that is read as text as far as possible
   * @return never fails; what could not be read stands in {@link Mail#problem()}
   */
  public Mail read(byte[] raw) {
    try {
      return understand(raw);
    } catch (RuntimeException e) {
      return unreadable(raw, e);
    }
  }

  private static Mail understand(byte[] raw) {
    var headers = HeaderFields.read(raw, start(raw), raw.length);
    var body = new BodyParts(new MimePart(raw, headers, raw.length, "text/plain"));
    var charset = body.charset().orElse(null);
    var subject = headers.text("Subject", charset).orElse("");
    var from = headers.addresses("From", charset);
    var text = body.shown().text().strip();
    var replyText = ReplyText.of(body.shown().marked());
    return new Mail(
        subject,
        from,
        headers.addresses("To", charset),
        headers.addresses("Cc", charset),
        headers.messageIds("Message-ID").stream().findFirst().orElse(null),
        answered(headers),
        headers.date().orElse(null),
        text,
        replyText,
        List.copyOf(body.attachments()),
        List.copyOf(body.files()),
        MailKind.of(headers, body.types(), from, subject),
        Language.of(subject + "\n" + (replyText.isEmpty() ? text : replyText)),
        headers.raw("X-Loop").map(String::strip).stream().toList(),
        problem(headers, body.problems()));
  }

  private static List<String> answered(HeaderFields headers) {
    var ids = new LinkedHashSet<>(headers.messageIds("In-Reply-To"));
    var references = headers.messageIds("References");
    for (int i = references.size() - 1; i >= 0; i--) {
      ids.add(references.get(i));
    }
    return ids.stream().limit(MOST_IDS).toList();
  }

  private static @Nullable String problem(HeaderFields headers, Set<String> problems) {
    if (headers.isEmpty()) {
      return "there is no mail header: everything was read as text";
    }
    if (headers.isCut()) {
      problems.add("the header is too long: its rest was read as text");
    }
    return problems.isEmpty() ? null : String.join("; ", problems);
  }

  private static Mail unreadable(byte[] raw, RuntimeException cause) {
    var text = Charsets.decode(raw, null);
    return new Mail(
        "",
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of(),
        null,
        text,
        text,
        List.of(),
        List.of(),
        MailKind.ORDINARY,
        Language.of(text),
        List.of(),
        "the mail could not be taken apart, so everything was read as text: " + cause);
  }

  /** Some programs put a byte order mark or blank lines before the header. */
  private static int start(byte[] raw) {
    int start = raw.length > 2 && raw[0] == (byte) 0xEF && raw[1] == (byte) 0xBB ? 3 : 0;
    for (int i = start; i < raw.length && " \t\r\n".indexOf(raw[i]) >= 0; i++) {
      start = raw[i] == '\n' ? i + 1 : start;
    }
    return start;
  }
}
