package org.redress.notification.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.redress.deadline.clock.Clocks;
import org.redress.notification.NotificationSettings;
import org.redress.notification.outbox.Outbox.Notice;
import org.redress.notification.outbox.Outbox.Waiting;
import org.redress.ticket.History;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Notes what became of mails: on the outbox, on the ticket and on its clocks. */
@Component
class Delivery {

  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(5);

  private final Outbox outbox;
  private final History history;
  private final Clocks clocks;
  private final NotificationSettings settings;
  private final Clock clock;

  Delivery(
      Outbox outbox, History history, Clocks clocks, NotificationSettings settings, Clock clock) {
    this.outbox = outbox;
    this.history = history;
    this.clocks = clocks;
    this.settings = settings;
    this.clock = clock;
  }

  void sent(List<Waiting> mails) {
    if (mails.isEmpty()) {
      return;
    }
    var now = clock.instant();
    outbox.sent(mails, now);
    var acknowledged =
        mails.stream()
            .filter(m -> m.name().equals("acknowledgement"))
            .map(Waiting::ticketId)
            .toList();
    clocks.acknowledged(acknowledged, now);
    history.add(
        mails.stream()
            .filter(m -> m.ticketId() != Notice.NO_TICKET)
            .map(m -> entry(m, "notice_sent", m.name() + ": " + m.recipient()))
            .toList());
  }

  void failed(Waiting mail, Exception reason) {
    var giveUp = mail.attempts() + 1 >= settings.attempts();
    var next = clock.instant().plus(FIRST_WAIT.multipliedBy(1L << mail.attempts()));
    LOG.warn("Mail {} to {} failed: {}", mail.messageId(), mail.recipient(), reason.toString());
    outbox.failed(mail, giveUp, next, String.valueOf(reason.getMessage()));
    if (giveUp && mail.ticketId() != Notice.NO_TICKET) {
      history.add(List.of(entry(mail, "notice_failed", mail.name() + ": " + mail.recipient())));
    }
  }

  private History.Entry entry(Waiting mail, String event, String value) {
    return new History.Entry(
        mail.ticketId(), clock.instant(), History.REDRESS, event, null, value, null);
  }
}
