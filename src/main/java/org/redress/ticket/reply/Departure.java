package org.redress.ticket.reply;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a reply go that nobody took back; one that went stale in its last seconds is held. */
@Component
class Departure {

  private final ReplyDrafts drafts;
  private final Meanwhile meanwhile;
  private final Dispatch dispatch;
  private final Clock clock;

  Departure(ReplyDrafts drafts, Meanwhile meanwhile, Dispatch dispatch, Clock clock) {
    this.drafts = drafts;
    this.meanwhile = meanwhile;
    this.dispatch = dispatch;
    this.clock = clock;
  }

  /** Sends the next reply whose time has come; false when there is none. */
  @Transactional
  boolean next() {
    var due = drafts.claim(clock.instant(), 1);
    for (var draft : due) {
      if (meanwhile.since(draft.ticketId(), draft.seenAt(), draft.author()).isEmpty()) {
        dispatch.send(draft);
      } else {
        drafts.hold(draft);
      }
    }
    return !due.isEmpty();
  }
}
