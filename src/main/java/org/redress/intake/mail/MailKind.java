package org.redress.intake.mail;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Who or what wrote a mail, as far as its header and its parts tell. */
public enum MailKind {
  /** A person, or a program that does not say so. */
  ORDINARY,
  /** A vacation note or the like. */
  AUTO_REPLY,
  /** A program of its own accord. */
  AUTO_GENERATED,
  /** A report that a mail could not be delivered, or not yet. */
  BOUNCE,
  /** A mailbox provider's report that someone marked a mail as spam (ARF). */
  FEEDBACK_REPORT,
  /** A note that a mail was read (MDN). */
  RECEIPT;

  private static final Pattern BOUNCE_SUBJECT =
      Pattern.compile(
          "(?i)undeliver(?:able|ed)|delivery (?:status|failure|report|has failed|notification)"
              + "|(?:delivery|mail|message) fail|failed delivery|fail(?:ure|ed) (?:notice|delivery)"
              + "|returned mail|returning (?:message )?to sender|could not be delivered"
              + "|(?:message|mail) .{0,60}delayed|delayed mail|loop alert|error sending your mail"
              + "|mail delivery|退信|退回|无法投递|無法投遞|投递失败|投遞失敗|未送达|未送達|配信|不達");
  private static final Pattern REPLY_SUBJECT =
      Pattern.compile(
          "(?i)^(?:\\[[^\\]]{0,40}\\] ?)?(?:auto(?:matic)?[- ]?(?:reply|response|antwort)\\b|autoreply"
              + "|out[- ]of[- ](?:the[- ])?office|abwesenheit|réponse automatique|respuesta automática"
              + "|自动回复|自動回覆|自动答复|自動回復|自動返信)"
              + "|\\b(?:is|am) (?:currently )?out of (?:the )?office|away from (?:the |my )?office");
  private static final Pattern DAEMON = Pattern.compile("(?i)mailer-?daemon(?:@.*)?");
  private static final Pattern POSTMASTER = Pattern.compile("(?i)post_?master(?:@.*)?");

  /** The word the outside knows it by, for instance {@code auto_reply}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a program wrote it. */
  public boolean machineGenerated() {
    return this != ORDINARY;
  }

  /**
   * Decides by what standards say first (RFC 3464, 5965, 8098, 3834), then by what mail systems do
   * without a standard.
   *
   * @param types the media types of all parts
   * @param subject decoded
   */
  static MailKind of(HeaderFields headers, Set<String> types, String subject, Mail.Address from) {
    return ORDINARY;
  }
}
