package org.redress.intake.machine;

import static java.util.stream.Collectors.toSet;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.redress.intake.mail.Mail;
import org.redress.intake.mail.MailKind;
import org.redress.text.Text;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Says of a mail why it needs no ticket. */
@Component
public class Aside {

  private static final Text OWN_MAIL =
      new Text("No complaint: a mail of ours came back", "并非投诉：我们自己的邮件被转了回来");
  private static final Map<MailKind, Text> REASONS =
      Map.of(
          MailKind.AUTO_REPLY,
          machine("an automatic answer, such as a vacation note", "自动回复，例如休假通知"),
          MailKind.AUTO_GENERATED,
          machine("a message of a program", "系统消息"),
          MailKind.NEWSLETTER,
          machine("a newsletter or mailing to many", "群发邮件或电子报"),
          MailKind.BOUNCE,
          machine("a report that a mail did not arrive", "退信通知"),
          MailKind.FEEDBACK_REPORT,
          machine("a report that somebody marked a mail as spam", "垃圾邮件举报通知"),
          MailKind.RECEIPT,
          machine("a note that a mail was read", "已读回执"));

  private final Set<String> ownAddresses;

  Aside(
      @Value("${redress.notification.from:}") String sender,
      @Value("${redress.local-mailbox.address:}") String address) {
    this.ownAddresses =
        Stream.of(sender, address)
            .filter(own -> !own.isBlank())
            .map(own -> own.toLowerCase(Locale.ROOT))
            .collect(toSet());
  }

  /** Why the mail needs no ticket; empty when it may be a complaint. */
  public Optional<Text> of(Mail mail) {
    if (mail.machineGenerated()) {
      return Optional.ofNullable(REASONS.get(mail.kind()));
    }
    // Else our own mails, sent back to us by somebody's program, would be answered by us again.
    var senders = mail.from().stream().limit(1).map(Mail.Address::address);
    return Stream.concat(senders, mail.loops().stream())
            .anyMatch(address -> ownAddresses.contains(address.toLowerCase(Locale.ROOT)))
        ? Optional.of(OWN_MAIL)
        : Optional.empty();
  }

  private static Text machine(String en, String zh) {
    return new Text("No complaint, written by a machine: " + en, "并非投诉，由程序自动发出：" + zh);
  }
}
