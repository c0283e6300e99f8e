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

  /** Some mail services put an id of their own in the place of ours; this one comes back. */
  private static final String OUR_ID = "X-Redress-Message-ID";

  /** Who finds the own address here knows that the mail has been there before. */
  private static final String LOOP = "X-Loop";

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
      message.setHeader(OUR_ID, "<" + waiting.messageId() + ">");
      message.setHeader(LOOP, settings.from());
      return message;
    } catch (MessagingException e) {
      throw new MailParseException(e);
    }
  }
}
