package org.redress.notification;

import java.util.List;
import java.util.Map;
import org.redress.access.Role;
import org.redress.access.Staff;
import org.redress.access.Staff.User;
import org.redress.intake.health.ChannelIncident;
import org.redress.notification.outbox.Outbox;
import org.redress.notification.outbox.Outbox.Notice;
import org.redress.notification.text.Labels;
import org.redress.notification.text.NoticeTexts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells integrators of a channel in trouble, and that it is over, inside the same transaction. */
@Component
class ChannelNotices {

  private final Outbox outbox;
  private final NoticeTexts texts;
  private final Labels labels;
  private final Staff staff;

  ChannelNotices(Outbox outbox, NoticeTexts texts, Labels labels, Staff staff) {
    this.outbox = outbox;
    this.texts = texts;
    this.labels = labels;
    this.staff = staff;
  }

  @EventListener
  void tell(ChannelIncident incident) {
    var language = labels.staffLanguage();
    var values =
        Map.of(
            "channel", incident.channel(),
            "problem", incident.problem().in(language),
            "since", labels.time(incident.since(), language),
            "usual", incident.missing() == 0 ? "" : String.valueOf(incident.missing()),
            "link", labels.channelsUrl());
    var name = incident.over() ? "channel_well" : "channel_" + incident.kind().key();
    var words = texts.render(name, language, values);
    outbox.add(
        integrators().stream()
            .map(
                user ->
                    new Notice(
                        Notice.NO_TICKET,
                        "channel",
                        name,
                        String.valueOf(incident.id()),
                        user.email(),
                        words.subject(),
                        words.body()))
            .toList());
  }

  private List<User> integrators() {
    return staff.users().stream()
        .filter(user -> user.roles().contains(Role.INTEGRATOR.key()))
        .toList();
  }
}
