package org.redress.intake.mail;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The HTML of a mail as it was sent: a stranger's, to be made safe before anybody sees it. */
public final class MailHtml {
  private static final int MAX_DEPTH = 50;
  private static final int MAX_PARTS = 1_000;

  /** In characters; a longer page is cut. */
  private static final int LONGEST = 1_000_000;

  private int partsLeft = MAX_PARTS;

  private MailHtml() {}

  /** The first HTML part that is no attachment; empty when there is none. */
  public static Optional<String> of(byte[] raw) {
    var headers = HeaderFields.read(raw, 0, raw.length);
    var html = new MailHtml().find(new MimePart(raw, headers, raw.length, "text/plain"), 0);
    return Optional.ofNullable(html)
        .map(page -> page.substring(0, Math.min(page.length(), LONGEST)));
  }

  private @Nullable String find(MimePart part, int depth) {
    if (part.type().equals("text/html") && !part.isAttachment()) {
      return Charsets.decode(part.content(), part.parameter("charset").orElse(null));
    }
    if (part.isMultipart() && depth < MAX_DEPTH) {
      var children = part.children(partsLeft);
      partsLeft -= children.size();
      for (var child : children) {
        var found = find(child, depth + 1);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
