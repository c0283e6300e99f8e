package org.redress.notification.outbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.redress.notification.NotificationSettings;
import org.redress.notification.outbox.Outbox.Waiting;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Turns waiting mails into messages that other mail programs know as automatic (RFC 3834). */
@Component
class Letters {

  private static final String REPLY = "reply";

  private final NotificationSettings settings;

  Letters(NotificationSettings settings) {
    this.settings = settings;
  }

  /**
   * Fills in a message.
   *
   * @throws MailParseException when the recipient is no address
   */
  MimeMessage write(MimeMessage message, Waiting waiting) {
    try {
      var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
      helper.setFrom(settings.from());
      helper.setTo(waiting.recipient());
      helper.setSubject(waiting.subject());
      helper.setText(waiting.body());
      if (!waiting.name().equals(REPLY)) {
        message.setHeader("Auto-Submitted", "auto-generated");
      }
      message.saveChanges();
      message.setHeader("Message-ID", "<" + waiting.messageId() + ">");
      return message;
    } catch (MessagingException e) {
      throw new MailParseException(e);
    }
  }
}
