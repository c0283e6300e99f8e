package org.redress.notification.outbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.redress.notification.NotificationSettings;
import org.redress.notification.outbox.Companions.Companion;
import org.redress.notification.outbox.Outbox.Waiting;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Turns waiting mails into messages that other mail programs know as automatic (RFC 3834). */
@Component
class Letters {

  /** Some mail services put an id of their own in the place of ours; this one comes back. */
  private static final String OUR_ID = "X-Redress-Message-ID";

  /** Who finds the own address here knows that the mail has been there before. */
  private static final String LOOP = "X-Loop";

  private final NotificationSettings settings;
  private final Companions companions;

  Letters(NotificationSettings settings, Companions companions) {
    this.settings = settings;
    this.companions = companions;
  }

  /** What goes along with each of these mails. */
  Map<Waiting, Companion> companions(List<Waiting> mails) {
    return companions.of(mails);
  }

  /**
   * Fills in a message; its files are read when it is sent, so that a batch does not hold them all.
   *
   * @throws MailParseException when the recipient is no address
   */
  MimeMessage write(MimeMessage message, Waiting waiting, Companion companion) {
    try {
      var helper =
          new MimeMessageHelper(
              message, !companion.files().isEmpty(), StandardCharsets.UTF_8.name());
      helper.setFrom(settings.from());
      helper.setTo(waiting.recipient());
      helper.setSubject(waiting.subject());
      helper.setText(waiting.body());
      for (var file : companion.files()) {
        helper.addAttachment(
            file.name(), () -> new ByteArrayInputStream(companions.content(file)), file.type());
      }
      if (!waiting.isReply()) {
        message.setHeader("Auto-Submitted", "auto-generated");
      }
      thread(message, companion.thread());
      message.saveChanges();
      message.setHeader("Message-ID", "<" + waiting.messageId() + ">");
      message.setHeader(OUR_ID, "<" + waiting.messageId() + ">");
      message.setHeader(LOOP, settings.from());
      return message;
    } catch (MessagingException e) {
      throw new MailParseException(e);
    }
  }

  /** Under the recipient's last mail, as an answer by hand would be (RFC 5322, 3.6.4). */
  private static void thread(MimeMessage message, List<String> ids) throws MessagingException {
    if (!ids.isEmpty()) {
      message.setHeader("In-Reply-To", "<" + ids.get(ids.size() - 1) + ">");
      var all = ids.stream().map(id -> "<" + id + ">").collect(Collectors.joining("\r\n "));
      message.setHeader("References", all);
    }
  }
}
