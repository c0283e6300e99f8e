package org.redress.notification;

import java.util.Map;
import org.redress.access.Staff;
import org.redress.intake.machine.Brake.SenderHeld;
import org.redress.notification.outbox.Outbox;
import org.redress.notification.outbox.Outbox.Notice;
import org.redress.notification.text.Labels;
import org.redress.notification.text.NoticeTexts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells integrators, once, that the mails of a sender are held back. */
@Component
class HeldSenderNotices {

  private static final String NAME = "sender_held";

  private final Outbox outbox;
  private final NoticeTexts texts;
  private final Labels labels;
  private final Staff staff;

  HeldSenderNotices(Outbox outbox, NoticeTexts texts, Labels labels, Staff staff) {
    this.outbox = outbox;
    this.texts = texts;
    this.labels = labels;
    this.staff = staff;
  }

  @EventListener
  void tell(SenderHeld event) {
    var values =
        Map.of(
            "sender", event.address(),
            "most", String.valueOf(event.most()),
            "minutes", String.valueOf(event.minutes()),
            "link", labels.failuresUrl());
    var words = texts.render(NAME, labels.staffLanguage(), values);
    var step = event.address() + " " + event.at().toEpochMilli();
    outbox.add(
        staff.users().stream()
            .filter(user -> user.roles().contains("integrator"))
            .map(
                user ->
                    new Notice(
                        Notice.NO_TICKET,
                        "held",
                        NAME,
                        step.substring(Math.max(0, step.length() - 60)),
                        user.email(),
                        words.subject(),
                        words.body()))
            .toList());
  }
}
