package org.redress.intake.mail;

import java.util.List;
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
  /** The same words to many: a newsletter or an announcement. */
  NEWSLETTER,
  /** A report that a mail could not be delivered, or not yet. */
  BOUNCE,
  /** A mailbox provider's report that someone marked a mail as spam (ARF). */
  FEEDBACK_REPORT,
  /** A note that a mail was read (MDN). */
  RECEIPT;

  private static final Pattern DAEMON =
      Pattern.compile("(?i)(?:mailer[- ]?daemon|mail[. ]delivery[. ](?:sub)?system)(?:@.*)?");
  private static final Pattern POSTMASTER = Pattern.compile("(?i)post[_-]?master(?:@.*)?");
  private static final Pattern BOUNCE_SUBJECT =
      Pattern.compile(
          "(?i)undeliver(?:able|ed)|returned mail|returning (?:message )?to sender"
              + "|(?:mail|message|failed) delivery|delivery (?:status|failure|report|notification)"
              + "|(?:delivery|mail|message) (?:has |was )?(?:fail|delayed)|could not be delivered"
              + "|fail(?:ure|ed) (?:notice|delivery)|delayed mail|error sending your mail"
              + "|退信|退回|无法投递|無法投遞|投递失败|投遞失敗|未送达|未送達");

  /** Titles that programs give; a person may use the same words within a sentence. */
  private static final Pattern REPLY_SUBJECT =
      Pattern.compile(
          "(?i)(?!re:|aw:|回复|回覆|答复)(?:\\[[^\\]]{0,40}\\] ?)?(?:"
              + "(?:auto(?:matic|mated)?[- ]?(?:reply|response|antwort)|out of (?:the )?office"
              + "(?: auto-?reply)?|abwesenheits(?:notiz|agent)|réponse automatique"
              + "|respuesta automática|自动回复|自动答复|自動回覆|自動回復|自動返信) ?(?:[:：(（].*)?"
              + "|.{1,100} is out of the office\\.)");

  /** What only lists have on which people talk to each other, or addresses of groups. */
  private static final List<String> TALK_FIELDS =
      List.of("List-Post", "Mailing-List", "X-Mailing-List", "In-Reply-To", "References");

  /** What beside a way to leave marks a mailing that a program sent to many. */
  private static final List<String> MAILING_FIELDS =
      List.of("List-Id", "List-Unsubscribe-Post", "Feedback-ID");

  private static final List<String> REPLY_FIELDS =
      List.of("X-Autoreply", "X-Autorespond", "X-Auto-Reply");

  /** How Outlook.com names its spam reports, which follow no standard. */
  private static final Pattern OUTLOOK_REPORT =
      Pattern.compile("(?i)complaint about message from [0-9a-f.:]+");

  /**
   * The word the outside knows it by, for instance {@code auto_reply}; a newsletter goes with all
   * that programs send of their own accord.
   */
  public String word() {
    return (this == NEWSLETTER ? AUTO_GENERATED : this).name().toLowerCase(Locale.ROOT);
  }

  /** Whether a program wrote it. */
  public boolean machineGenerated() {
    return this != ORDINARY;
  }

  /**
   * Decides by what the standards say first (RFC 5965, 8098, 3464, 3834), then by the habits of
   * mail systems older than those.
   *
   * @param types the media types of all parts
   * @param from who sent it, display names decoded
   */
  static MailKind of(
      HeaderFields headers, Set<String> types, List<Mail.Address> from, String subject) {
    var report =
        headers.parameters("Content-Type").get("report-type").orElse("").toLowerCase(Locale.ROOT);
    if (report.equals("feedback-report")
        || types.contains("message/feedback-report")
        || OUTLOOK_REPORT.matcher(subject).matches()) {
      return FEEDBACK_REPORT;
    }
    if (report.equals("disposition-notification")
        || types.contains("message/disposition-notification")) {
      return RECEIPT;
    }
    boolean isBounce =
        report.equals("delivery-status")
            || types.contains("message/delivery-status")
            || headers.raw("X-Failed-Recipients").isPresent()
            || looksLikeBounce(headers, from, subject);
    return isBounce ? BOUNCE : automatic(headers, subject);
  }

  private static boolean looksLikeBounce(
      HeaderFields headers, List<Mail.Address> from, String subject) {
    if (isAny(from, DAEMON) || hasReturnPath(headers, "<mailer-daemon>")) {
      return true;
    }
    boolean fromSystem = isAny(from, POSTMASTER) || hasReturnPath(headers, "<>");
    return fromSystem && BOUNCE_SUBJECT.matcher(subject).find();
  }

  private static boolean isAny(List<Mail.Address> from, Pattern system) {
    return from.stream()
        .anyMatch(
            sender ->
                system.matcher(sender.address()).matches()
                    || sender.name() != null && system.matcher(sender.name()).matches());
  }

  private static boolean hasReturnPath(HeaderFields headers, String path) {
    return headers.raw("Return-Path").filter(path::equalsIgnoreCase).isPresent();
  }

  private static MailKind automatic(HeaderFields headers, String subject) {
    var submitted = headers.raw("Auto-Submitted").orElse("no").toLowerCase(Locale.ROOT);
    if (!submitted.startsWith("no")) {
      return submitted.startsWith("auto-replied") ? AUTO_REPLY : AUTO_GENERATED;
    }
    boolean isReply =
        REPLY_FIELDS.stream().anyMatch(field -> headers.raw(field).isPresent())
            || headers.raw("Precedence").filter("auto_reply"::equalsIgnoreCase).isPresent()
            || REPLY_SUBJECT.matcher(subject).matches();
    if (isReply) {
      return AUTO_REPLY;
    }
    // People's mail has someone to return to (RFC 5321, 4.5.5).
    boolean isProgram =
        hasReturnPath(headers, "<>") || headers.raw("X-Amz-Sns-Message-Id").isPresent();
    if (isProgram) {
      return AUTO_GENERATED;
    }
    return isMailing(headers) ? NEWSLETTER : ORDINARY;
  }

  /**
   * A way to leave (RFC 2369, 8058) alone proves nothing: lists on which people talk and groups
   * that pass mail on add it to what a person wrote, and so do some programs for sales people.
   */
  private static boolean isMailing(HeaderFields headers) {
    var precedence = headers.raw("Precedence").orElse("").toLowerCase(Locale.ROOT);
    boolean isTalk =
        precedence.equals("list")
            || TALK_FIELDS.stream()
                .flatMap(field -> headers.raw(field).stream())
                .anyMatch(value -> !value.isBlank() && !value.strip().equalsIgnoreCase("NO"));
    boolean toMany =
        precedence.equals("bulk")
            || MAILING_FIELDS.stream().anyMatch(field -> headers.raw(field).isPresent());
    return !isTalk && toMany && headers.raw("List-Unsubscribe").isPresent();
  }
}
