package org.redress.intake.mailbox.server;

import org.jspecify.annotations.Nullable;

/**
 * What happens to a mail once it is safely stored.
 *
 * @param folder where it is moved to
 */
public record After(Kind kind, @Nullable String folder) {

  /** The choices. */
  enum Kind {
    SEEN,
    MOVE,
    LEAVE,
    DELETE
  }

  private static final String MOVE = "move:";

  /** Reads a setting; IMAP marks as seen where nothing is said, POP3 leaves. */
  static After of(@Nullable String setting, MailboxSettings.Protocol protocol) {
    boolean pop3 = protocol == MailboxSettings.Protocol.POP3;
    if (setting == null) {
      return new After(pop3 ? Kind.LEAVE : Kind.SEEN, null);
    }
    if (setting.equals("leave")) {
      return new After(Kind.LEAVE, null);
    }
    if (pop3 && setting.equals("delete")) {
      return new After(Kind.DELETE, null);
    }
    if (!pop3 && setting.equals("seen")) {
      return new After(Kind.SEEN, null);
    }
    if (!pop3 && setting.startsWith(MOVE) && setting.length() > MOVE.length()) {
      return new After(Kind.MOVE, setting.substring(MOVE.length()));
    }
    throw new IllegalArgumentException(
        "after is '%s'; use %s"
            .formatted(setting, pop3 ? "leave or delete" : "seen, move:FOLDER or leave"));
  }

  /** Whether a mail that was taken looks as before, so that it must be remembered. */
  public boolean leavesNoTrace() {
    return kind == Kind.LEAVE;
  }
}
