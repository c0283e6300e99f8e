package org.redress.ticket.reply;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.redress.complaint.Attachment;
import org.redress.complaint.Attachments;
import org.redress.complaint.Attachments.Kept;
import org.redress.complaint.Complaints;
import org.redress.ticket.Ticket;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files that go out with a reply: they lie with its draft until it leaves. */
@Component
public class ReplyFiles {

  private final ReplyDrafts drafts;
  private final Complaints complaints;
  private final Attachments attachments;
  private final Clock clock;

  ReplyFiles(ReplyDrafts drafts, Complaints complaints, Attachments attachments, Clock clock) {
    this.drafts = drafts;
    this.complaints = complaints;
    this.attachments = attachments;
    this.clock = clock;
  }

  /** The files of a draft, in the order they were added. */
  public List<Kept> of(ReplyDraft draft) {
    return attachments.of(List.of(draft.id()));
  }

  /** Keeps what is typed and adds files to it. */
  @Transactional
  public void add(
      Ticket ticket, String author, String text, Instant seenAt, List<Attachment> files) {
    drafts.save(ticket.id(), author, text, seenAt, clock.instant(), null);
    drafts.of(ticket.id(), author).ifPresent(draft -> complaints.attach(draft.id(), files));
  }

  /** Takes a file away from the author's draft. */
  @Transactional
  public void remove(Ticket ticket, String author, long file) {
    drafts.of(ticket.id(), author).ifPresent(draft -> attachments.remove(file, draft.id()));
  }
}
