package org.redress.ticket.reply;

import org.redress.complaint.Attachments;
import org.redress.ticket.Tickets;
import org.redress.ticket.work.TicketWork;
import org.springframework.stereotype.Component;

/** Makes of a draft what was said, its files with it. */
@Component
class Dispatch {

  private final ReplyDrafts drafts;
  private final Tickets tickets;
  private final TicketWork work;
  private final Attachments attachments;

  Dispatch(ReplyDrafts drafts, Tickets tickets, TicketWork work, Attachments attachments) {
    this.drafts = drafts;
    this.tickets = tickets;
    this.work = work;
    this.attachments = attachments;
  }

  void send(ReplyDraft draft) {
    drafts.delete(draft.ticketId(), draft.author());
    var number = tickets.get(draft.ticketId()).number();
    var message = work.reply(number, draft.author(), draft.text());
    attachments.move(draft.id(), message.id());
  }
}
