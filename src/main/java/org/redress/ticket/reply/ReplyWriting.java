package org.redress.ticket.reply;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.redress.ticket.History.Entry;
import org.redress.ticket.Ticket;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writing to a customer: what is typed is kept, a stale reply waits, a hasty one comes back. */
@Component
public class ReplyWriting {

  private final ReplyDrafts drafts;
  private final Meanwhile meanwhile;
  private final Dispatch dispatch;
  private final ReplySettings settings;
  private final Clock clock;

  ReplyWriting(
      ReplyDrafts drafts,
      Meanwhile meanwhile,
      Dispatch dispatch,
      ReplySettings settings,
      Clock clock) {
    this.drafts = drafts;
    this.meanwhile = meanwhile;
    this.dispatch = dispatch;
    this.settings = settings;
    this.clock = clock;
  }

  /** What became of a reply. */
  public enum Fate {
    /** It goes out in a few seconds, unless it is taken back. */
    LEAVING,
    /** It has gone out. */
    SENT,
    /** Something happened that its author did not know of. */
    HELD
  }

  /** What somebody is writing on a ticket. */
  public Optional<ReplyDraft> draft(Ticket ticket, String author) {
    return drafts.of(ticket.id(), author);
  }

  /** What others did since the author of a draft last looked. */
  public List<Entry> meanwhile(ReplyDraft draft) {
    return meanwhile.since(draft.ticketId(), draft.seenAt(), draft.author());
  }

  /** Who wrote at a reply on a ticket since a moment. */
  public List<String> writing(Ticket ticket, Instant since) {
    return drafts.writing(ticket.id(), since);
  }

  /** Keeps what is typed; an empty text without files is no draft. */
  @Transactional
  public void save(Ticket ticket, String author, String text, Instant seenAt) {
    if (text.isBlank() && !drafts.hasFiles(ticket.id(), author)) {
      drafts.delete(ticket.id(), author);
    } else {
      drafts.save(ticket.id(), author, text, seenAt, clock.instant(), null);
    }
  }

  /**
   * Sends a reply, in a few seconds.
   *
   * @param seenAt up to when the author knows what happened; what came later holds the reply back
   */
  @Transactional
  public Fate send(Ticket ticket, String author, String text, Instant seenAt) {
    var now = clock.instant();
    if (!meanwhile.since(ticket.id(), seenAt, author).isEmpty()) {
      drafts.save(ticket.id(), author, text, seenAt, now, null);
      return Fate.HELD;
    }
    if (settings.undo().isZero()) {
      drafts.save(ticket.id(), author, text, seenAt, now, null);
      drafts.of(ticket.id(), author).ifPresent(dispatch::send);
      return Fate.SENT;
    }
    drafts.save(ticket.id(), author, text, seenAt, now, now.plus(settings.undo()));
    return Fate.LEAVING;
  }

  /** Takes a reply back, which becomes a draft again; false when it has gone out. */
  @Transactional
  public boolean takeBack(Ticket ticket, String author) {
    return drafts.stop(ticket.id(), author);
  }
}
