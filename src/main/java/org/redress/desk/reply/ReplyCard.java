package org.redress.desk.reply;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.complaint.Attachments.Kept;
import org.redress.text.Text;
import org.redress.ticket.History.Entry;
import org.redress.ticket.Ticket;
import org.redress.ticket.reply.ReplyDraft;
import org.redress.ticket.reply.ReplyFiles;
import org.redress.ticket.reply.ReplyWriting;
import org.springframework.stereotype.Component;

/** The place on a ticket's screen where its customer is written to. */
@Component("replyCard")
class ReplyCard {

  private final ReplyWriting writing;
  private final ReplyFiles files;
  private final ReadyTexts texts;
  private final Clock clock;

  ReplyCard(ReplyWriting writing, ReplyFiles files, ReadyTexts texts, Clock clock) {
    this.writing = writing;
    this.files = files;
    this.texts = texts;
    this.clock = clock;
  }

  /**
   * What is shown.
   *
   * @param text what is in the field
   * @param files that go with it
   * @param leaving the reply that goes out unless it is taken back, and in how many seconds
   * @param meanwhile what happened since its author last looked
   * @param seenAt up to when the author knows what happened, once this is shown
   * @param titles of the ready texts, by name
   */
  public record View(
      String text,
      List<Kept> files,
      @Nullable ReplyDraft leaving,
      long seconds,
      List<Entry> meanwhile,
      Instant seenAt,
      Map<String, Text> titles) {}

  /**
   * The place as somebody finds it.
   *
   * @param ready the name of a ready text to start from; none to go on with what was typed
   */
  public View of(Ticket ticket, Person me, @Nullable String ready) {
    var now = clock.instant();
    var titles = texts.titles(ticket);
    var draft = writing.draft(ticket, me.name()).orElse(null);
    if (draft == null) {
      return new View(start(ready, ticket, me), List.of(), null, 0, List.of(), now, titles);
    }
    if (draft.sendAt() != null) {
      var left = Math.max(0, draft.sendAt().getEpochSecond() - now.getEpochSecond());
      return new View("", files.of(draft), draft, left, List.of(), now, titles);
    }
    var text = ready == null ? draft.text() : draft.text() + "\n" + start(ready, ticket, me);
    return new View(text, files.of(draft), null, 0, writing.meanwhile(draft), now, titles);
  }

  private String start(@Nullable String ready, Ticket ticket, Person me) {
    return ready == null ? "" : texts.filled(ready, ticket, me.name()).orElse("");
  }
}
