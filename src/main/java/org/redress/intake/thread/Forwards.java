package org.redress.intake.thread;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.access.Staff;
import org.redress.complaint.Language;
import org.redress.intake.mail.Mail;
import org.redress.intake.mail.MailReader;
import org.redress.intake.mail.text.Forward;
import org.redress.intake.mail.text.ReplyText;
import org.springframework.stereotype.Component;

/** Mails of customers that colleagues passed on: the complaint is the customer's, not theirs. */
@Component
public class Forwards {

  private static final Pattern PREFIX =
      Pattern.compile("(?i)^\\s*(?:(?:fwd?|wg|tr|rv|转发|轉寄|转寄|轉發)\\s*[:：]\\s*)+");

  private final MailReader mails = new MailReader();
  private final Staff staff;
  private final ForwardSettings settings;

  Forwards(Staff staff, ForwardSettings settings) {
    this.staff = staff;
    this.settings = settings;
  }

  /**
   * A customer's mail and who passed it on.
   *
   * @param mail as if the customer had sent it here
   * @param by the colleague's address
   * @param note what the colleague wrote with it
   */
  public record Forwarded(Mail mail, String by, String note) {}

  /** The customer's mail inside a colleague's; empty when it is none. */
  public Optional<Forwarded> of(Mail mail) {
    var sender = mail.from().isEmpty() ? "" : mail.from().get(0).address();
    if (mail.machineGenerated() || !isStaff(sender)) {
      return Optional.empty();
    }
    var attached =
        mail.attachments().stream().filter(file -> file.type().equals("message/rfc822")).toList();
    if (attached.size() == 1) {
      var inner = mails.read(attached.get(0).content());
      return inner.from().isEmpty() || inner.machineGenerated()
          ? Optional.empty()
          : Optional.of(new Forwarded(asSent(mail, inner), sender, mail.text()));
    }
    var prefix = PREFIX.matcher(mail.subject());
    return prefix.find()
        ? Forward.in(mail.text())
            .map(inner -> new Forwarded(asSent(mail, inner, prefix.end()), sender, inner.note()))
        : Optional.empty();
  }

  private boolean isStaff(String address) {
    var known = address.toLowerCase(Locale.ROOT);
    return staff.users().stream().anyMatch(user -> user.email().equalsIgnoreCase(known))
        || settings.domains().stream()
            .anyMatch(domain -> known.endsWith("@" + domain.toLowerCase(Locale.ROOT)));
  }

  private static Mail asSent(Mail outer, Mail inner) {
    return copy(
        outer, inner.subject(), inner.from().get(0), inner.text(), inner.replyText(), inner);
  }

  private static Mail asSent(Mail outer, Forward inner, int prefix) {
    var name = inner.name().isEmpty() ? null : inner.name();
    var subject = inner.subject().isEmpty() ? outer.subject().substring(prefix) : inner.subject();
    return copy(
        outer,
        subject,
        new Mail.Address(name, inner.address()),
        inner.text(),
        ReplyText.of(inner.text()),
        null);
  }

  /** The Message-ID stays the outer one: under it the mail was received. */
  private static Mail copy(
      Mail outer,
      String subject,
      Mail.Address from,
      String text,
      String replyText,
      @Nullable Mail inner) {
    return new Mail(
        subject,
        List.of(from),
        outer.to(),
        outer.cc(),
        outer.messageId(),
        inner == null ? outer.inReplyTo() : inner.inReplyTo(),
        outer.date(),
        text,
        replyText,
        inner == null ? outer.attachments() : inner.attachments(),
        inner == null ? outer.files() : inner.files(),
        outer.kind(),
        Language.of(subject + "\n" + text),
        outer.loops(),
        outer.problem());
  }
}
