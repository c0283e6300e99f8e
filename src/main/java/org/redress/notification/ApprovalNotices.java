package org.redress.notification;

import java.util.List;
import java.util.Map;
import org.redress.access.Staff;
import org.redress.access.Staff.User;
import org.redress.compensation.Approvals;
import org.redress.notification.outbox.Outbox;
import org.redress.notification.outbox.Outbox.Notice;
import org.redress.notification.text.Labels;
import org.redress.notification.text.NoticeTexts;
import org.redress.ticket.Tickets;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever is asked to approve an offer, inside the transaction that asks. */
@Component
class ApprovalNotices {

  private final Outbox outbox;
  private final NoticeTexts texts;
  private final Labels labels;
  private final Tickets tickets;
  private final Staff staff;

  ApprovalNotices(Outbox outbox, NoticeTexts texts, Labels labels, Tickets tickets, Staff staff) {
    this.outbox = outbox;
    this.texts = texts;
    this.labels = labels;
    this.tickets = tickets;
    this.staff = staff;
  }

  @EventListener
  void ask(Approvals.Asked event) {
    var award = event.award();
    var ticket = tickets.get(award.ticketId());
    var language = labels.staffLanguage();
    var values =
        Map.of(
            "ticket", ticket.number(),
            "offer", labels.answer("compensation", award.kind(), language),
            "amount", award.cost().toPlainString() + " " + award.currency(),
            "agent", user(award.proposedBy()).display().in(language),
            "team", labels.team(award.team(), language),
            "summary", ticket.subject(),
            "link", labels.approvalsUrl());
    var words = texts.render("approval_asked", language, values);
    var step = award.id() + "." + event.rung();
    outbox.add(
        List.of(
            new Notice(
                ticket.id(),
                ticket.number(),
                "approval_asked",
                step,
                user(event.approver()).email(),
                words.subject(),
                words.body())));
  }

  private User user(String name) {
    return staff.users().stream()
        .filter(user -> user.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no user " + name));
  }
}
