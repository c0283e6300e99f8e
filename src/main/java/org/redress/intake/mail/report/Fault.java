package org.redress.intake.mail.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why a mail did not arrive, in the kinds that people act upon. */
public enum Fault {
  /** There is no such mailbox. */
  USER_UNKNOWN(
      "(?:user|recipient|mailbox|address|account|alias|local part)s?\\b.{0,60}?"
          + "\\b(?:unknown|not (?:found|exist|known|available here|listed)|does(?: not|n't) exist"
          + "|invalid|not (?:recognized|a (?:valid|known))|no longer (?:valid|exists|used))"
          + "|(?:unknown|no such|no valid|invalid|bad|non-?existent|not our|unrouteable)"
          + " (?:local |final delivery )?(?:user|recipient|mailbox|address|account|person|customer|addressee)"
          + "|no (?:mailbox|account|user) (?:here )?by that name|does(?: not|n't) have an? .{0,40}account"
          + "|用户不存在|收件人不存在|地址不存在|邮箱不存在|无此用户|用戶不存在|收件人不存在",
      "1.0",
      "1.1",
      "1.3",
      "1.4",
      "1.6",
      "1.10",
      "1"),
  /** The mailbox is full. */
  MAILBOX_FULL(
      "(?:mailbox|inbox|quota|storage|disk|account).{0,40}?"
          + "\\b(?:is full|full\\b|exceed|over ?quota|limit)"
          + "|over ?(?:the )?(?:allowed )?quota|quota.{0,30}exceed|exceed.{0,60}(?:quota|storage)"
          + "|insufficient (?:disk )?(?:space|storage|quota)|out of (?:disk )?space"
          + "|邮箱已满|郵箱已滿|容量已满|空间不足",
      "2.2"),
  /** The mailbox is there but takes nothing. */
  MAILBOX_DISABLED(
      "(?:user|mailbox|account|recipient|address).{0,40}?"
          + "\\b(?:disabled|suspended|inactive|not active|locked|blocked|frozen|deactivated)"
          + "|(?:disabled|suspended|inactive) (?:user|mailbox|account|recipient|address)"
          + "|已停用|被禁用|已冻结|已注销",
      "2"),
  /** The domain of the address does not exist or takes no mail. */
  HOST_UNKNOWN(
      "(?:host|domain|name server).{0,40}?\\b(?:unknown|not (?:found|reachable)|does(?: not|n't) exist)"
          + "|(?:unknown|no such|invalid|unrouteable mail) (?:host|domain)|couldn't find any host"
          + "|nxdomain|name service error|can(?:not|'t) find.{0,30}(?:host|domain)|域名不存在|找不到域名",
      "1.2",
      "4.4",
      "4.0"),
  /** Nobody took it within the time mail systems try. */
  EXPIRED(
      "timed? ?out|envelope expired|not accept our requests to connect|giving up|multiple retries"
          + "|could not deliver for the last|retry (?:timeout|time).{0,30}(?:exceeded|reached)|too long|could not be reached"
          + "|connection (?:refused|dropped|reset|failed)|(?:delivery|message) .{0,20}expired"
          + "|too many hops|loop|no route to host|unreachable|连接超时|投递超时",
      "4"),
  /** The mail is larger than the recipient's system takes. */
  TOO_BIG(
      "(?:message|mail|file|size|content).{0,40}?\\b(?:too (?:big|large)|exceed).{0,40}"
          + "|(?:too (?:big|large)) .{0,20}(?:message|mail)|邮件过大|超过.{0,8}大小",
      "2.3",
      "3.4"),
  /** The recipient's system does not want it, by its policy or as spam. */
  REFUSED(
      "spam|blocked|black ?list|block ?list|reject|refus|den(?:ied|y)|policy|not (?:permitted|allowed"
          + "|accepted)|prohibited|unsolicited|reputation|dmarc|spf|dkim|virus|relay|垃圾邮件|拒收|拒绝",
      "7",
      "1.7",
      "1.8"),
  /** Anything else. */
  OTHER("(?!)");

  private final Pattern words;
  private final List<String> codes;

  Fault(String words, String... codes) {
    this.words = Pattern.compile("(?is)" + words);
    this.codes = List.of(codes);
  }

  /** The word the outside knows it by, for instance {@code user_unknown}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the address itself is at fault, so that further mails to it would be in vain. */
  public boolean isOfAddress() {
    return this == USER_UNKNOWN
        || this == MAILBOX_FULL
        || this == MAILBOX_DISABLED
        || this == HOST_UNKNOWN
        || this == EXPIRED;
  }

  /**
   * By the status of RFC 3463, which is exact where it is not too general; then by what the system
   * says in words.
   *
   * @param status for instance {@code 5.1.1}, or empty
   * @param said the diagnostic, or failing that the whole report
   */
  static Fault of(String status, String said) {
    return ofCode(status, false)
        .or(() -> ofWords(said))
        .or(() -> ofCode(status, true))
        .orElse(OTHER);
  }

  private static Optional<Fault> ofWords(String said) {
    return Arrays.stream(values()).filter(fault -> fault.words.matcher(said).find()).findFirst();
  }

  /** Subject and detail, or the subject alone. */
  private static Optional<Fault> ofCode(String status, boolean general) {
    var parts = status.split("\\.");
    if (parts.length < 3) {
      return Optional.empty();
    }
    var code = general ? parts[1] : parts[1] + "." + parts[2];
    return Arrays.stream(values()).filter(fault -> fault.codes.contains(code)).findFirst();
  }
}
