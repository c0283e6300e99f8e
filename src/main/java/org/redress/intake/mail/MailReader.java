package org.redress.intake.mail;

import java.util.LinkedHashSet;
import java.util.List;
import org.redress.complaint.Language;

/** Understands raw mails. Safe for use by many threads. */
public final class MailReader {
  private static final int MAX_IDS = 100;

  /**
   * Reads one mail.
   *
   * @param raw the mail byte for byte; anything else is read as text as far as possible
   * @return never fails: what could not be read stands in {@link Mail#problem()}
   */
  public Mail read(byte[] raw) {
    var root = new MimePart(raw, start(raw), raw.length, "text/plain");
    var body = new BodyParts(root);
    var headers = root.headers();
    var charset = body.charset().orElse(null);
    var subject = headers.text("Subject", charset).orElse("");
    var ids = headers.messageIds("Message-ID");
    var shown = body.shown();
    var replyText = ReplyText.of(shown.marked());
    return new Mail(
        subject,
        headers.addresses("From", charset),
        headers.addresses("To", charset),
        headers.addresses("Cc", charset),
        ids.isEmpty() ? null : ids.get(0),
        answered(headers),
        headers.date().orElse(null),
        shown.text().strip(),
        replyText,
        body.attachments(),
        MailKind.ORDINARY,
        Language.of(subject + "\n" + replyText),
        body.problems().isEmpty() ? null : String.join("; ", body.problems()));
  }

  private static List<String> answered(HeaderFields headers) {
    var ids = new LinkedHashSet<>(headers.messageIds("In-Reply-To"));
    var references = headers.messageIds("References");
    for (int i = references.size() - 1; i >= 0; i--) {
      ids.add(references.get(i));
    }
    return ids.stream().limit(MAX_IDS).toList();
  }

  /** Some programs put a byte order mark or blank lines before the header. */
  private static int start(byte[] raw) {
    int at = raw.length > 2 && raw[0] == (byte) 0xEF && raw[1] == (byte) 0xBB ? 3 : 0;
    while (at < raw.length && (raw[at] == '\n' || raw[at] == '\r')) {
      at++;
    }
    return at;
  }
}
