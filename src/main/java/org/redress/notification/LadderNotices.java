package org.redress.notification;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.redress.deadline.Deadline;
import org.redress.deadline.clock.ObligationNames;
import org.redress.deadline.tracker.StepsReached;
import org.redress.deadline.tracker.StepsReached.Reached;
import org.redress.notification.Digests.Line;
import org.redress.notification.outbox.Outbox;
import org.redress.notification.outbox.Outbox.Notice;
import org.redress.notification.text.Labels;
import org.redress.notification.text.NoticeTexts;
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

  /** Deadlines of one ticket that one person is told of at the same moment, in one mail. */
  private record Told(String user, long ticketId, String notice) {}

  @EventListener
  void tell(StepsReached event) {
    var now = clock.instant();
    var mails = new LinkedHashMap<Told, List<Reached>>();
    var lines = new ArrayList<Line>();
    for (var step : event.steps()) {
      for (var user : step.tell()) {
        if (step.at().isBefore(now.minus(LONG_PAST))) {
          lines.add(line(step, user));
        } else {
          var told = new Told(user, step.ticket().id(), nameOf(step, user));
          mails.computeIfAbsent(told, key -> new ArrayList<>()).add(step);
        }
      }
    }
    var counts = mails.keySet().stream().collect(groupingBy(Told::user, counting()));
    var notices = new ArrayList<Notice>();
    mails.forEach(
        (told, steps) -> {
          if (counts.get(told.user()) > HEAP) {
            steps.forEach(step -> lines.add(line(step, told.user())));
          } else {
            notices.add(notice(told, steps));
          }
        });
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

  private Notice notice(Told told, List<Reached> steps) {
    var ticket = steps.get(0).ticket();
    var labels = mail.labels();
    var language = labels.staffLanguage();
    var owner = ticket.owner() == null ? "–" : labels.person(ticket.owner(), language);
    var values =
        Map.of(
            "ticket", ticket.number(),
            "obligation", joined(steps, s -> mail.names().of(s.obligation()).in(language)),
            "due", joined(steps, deadline -> labels.time(deadline.dueAt(), language)),
            "team", labels.team(ticket.team(), language),
            "owner", owner,
            "link", labels.ticketUrl(ticket.number()),
            "summary", ticket.subject());
    var words = mail.texts().render(told.notice(), language, values);
    return new Notice(
        ticket.id(),
        ticket.number(),
        told.notice(),
        key(steps.get(0)),
        labels.mail(told.user()),
        words.subject(),
        words.body());
  }

  private static String joined(List<Reached> steps, Function<Deadline, String> text) {
    return steps.stream().map(Reached::deadline).map(text).distinct().collect(joining(" · "));
  }

  /** The same step of a deadline that was moved is another notice. */
  private static String key(Reached step) {
    var deadline = step.deadline();
    return "%d/%s/%d"
        .formatted(deadline.id(), step.step().when(), deadline.dueAt().getEpochSecond() / 60);
  }

  private static String nameOf(Reached step, String user) {
    if (step.handedOver() && user.equals(step.ticket().owner())) {
      return "handed_over";
    }
    return step.step().when().isBefore() ? "deadline_soon" : "deadline_passed";
  }
}
