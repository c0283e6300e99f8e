package org.redress.desk.rules.file;

import java.util.Locale;
import org.redress.access.Person;
import org.redress.decision.version.Draft;
import org.redress.decision.version.Drafts;
import org.redress.decision.version.RuleBooks;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The draft into which a click adds something: the person's own, or a new one. */
@Component
public class OwnDraft {

  private final RuleBooks books;
  private final Drafts drafts;
  private final MessageSource messages;

  OwnDraft(RuleBooks books, Drafts drafts, MessageSource messages) {
    this.books = books;
    this.drafts = drafts;
    this.messages = messages;
  }

  /**
   * The draft of a person, or a new one when there is none or others are asked to approve it as it
   * is.
   *
   * @param title the message that names a new draft
   */
  public Draft of(Person me, String title, Locale locale) {
    return drafts.open().stream()
        .filter(draft -> draft.author().equals(me.name()))
        .filter(draft -> draft.approvalAskedBy() == null)
        .findFirst()
        .orElseGet(
            () ->
                drafts.create(
                    messages.getMessage(title, null, locale),
                    books.active().version(),
                    books.activeFiles(),
                    me.name()));
  }
}
