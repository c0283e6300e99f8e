package org.redress.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.redress.deadline.clock.ObligationNames;
import org.redress.deadline.tracker.StepsReached;
import org.redress.deadline.tracker.StepsReached.Reached;
import org.redress.notification.Digests.Line;
import org.redress.notification.outbox.Outbox;
import org.redress.notification.outbox.Outbox.Notice;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells people of deadlines that come near or have passed. What is long past, and what comes in
 * heaps, goes into a digest instead of a storm of mails.
 */
@Component
class LadderNotices {

  /** Older steps were missed while the service did not run. */
  private static final Duration LONG_PAST = Duration.ofMinutes(15);

  /** More than this for one person at the same moment is a heap. */
  private static final int HEAP = 10;

  private final Outbox outbox;
  private final Digests digests;
  private final StaffMail mail;
  private final Clock clock;

  LadderNotices(Outbox outbox, Digests digests, StaffMail mail, Clock clock) {
    this.outbox = outbox;
    this.digests = digests;
    this.mail = mail;
    this.clock = clock;
  }

  /** Writes mails to staff about deadlines. */
  @Component
  record StaffMail(NoticeTexts texts, Labels labels, ObligationNames names) {}

  @EventListener
  void tell(StepsReached event) {
    var counts = new HashMap<String, Integer>();
    event.steps().forEach(step -> step.tell().forEach(user -> counts.merge(user, 1, Integer::sum)));
    var now = clock.instant();
    var notices = new ArrayList<Notice>();
    var lines = new ArrayList<Line>();
    for (var step : event.steps()) {
      var isLongPast = step.at().isBefore(now.minus(LONG_PAST));
      for (var user : step.tell()) {
        if (isLongPast || counts.getOrDefault(user, 0) > HEAP) {
          lines.add(line(step, user));
        } else {
          notices.add(notice(step, user));
        }
      }
    }
    outbox.add(notices);
    digests.add(lines, now);
  }

  private static Line line(Reached step, String user) {
    return new Line(
        user,
        step.ticket().number(),
        step.ticket().subject(),
        step.deadline().obligation(),
        step.deadline().dueAt());
  }

  private Notice notice(Reached step, String user) {
    var ticket = step.ticket();
    var deadline = step.deadline();
    var labels = mail.labels();
    var language = labels.staffLanguage();
    var owner = ticket.owner() == null ? "–" : labels.person(ticket.owner(), language);
    var values =
        Map.of(
            "ticket", ticket.number(),
            "obligation", mail.names().of(deadline.obligation()).in(language),
            "due", labels.time(deadline.dueAt(), language),
            "team", labels.team(ticket.team(), language),
            "owner", owner,
            "link", labels.ticketUrl(ticket.number()),
            "summary", ticket.subject());
    var name = nameOf(step, user);
    var words = mail.texts().render(name, language, values);
    // The same step of a deadline that was moved is another notice.
    var key =
        "%d/%s/%d"
            .formatted(deadline.id(), step.step().when(), deadline.dueAt().getEpochSecond() / 60);
    return new Notice(
        ticket.id(), ticket.number(), name, key, labels.mail(user), words.subject(), words.body());
  }

  private static String nameOf(Reached step, String user) {
    if (step.handedOver() && user.equals(step.ticket().owner())) {
      return "handed_over";
    }
    return step.step().when().isBefore() ? "deadline_soon" : "deadline_passed";
  }
}
