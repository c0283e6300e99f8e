package org.redress.desk.mail;

import org.redress.customer.Customer;
import org.redress.customer.Undeliverable;
import org.redress.intake.Envelope.Format;
import org.redress.ticket.Conversation;
import org.redress.ticket.History;
import org.redress.ticket.Ticket;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The parts of the ticket screen about its mails. */
@Component
public class MailParts {

  private final Undeliverable undeliverable;
  private final Originals originals;
  private final Conversation conversation;
  private final History history;
  private final SuggestionCard doubles;

  MailParts(
      Undeliverable undeliverable,
      Originals originals,
      Conversation conversation,
      History history,
      SuggestionCard doubles) {
    this.undeliverable = undeliverable;
    this.originals = originals;
    this.conversation = conversation;
    this.history = history;
    this.doubles = doubles;
  }

  /** Puts them into the model. */
  public void show(Ticket ticket, Customer customer, Model model) {
    doubles.show(ticket, model);
    model.addAttribute("unreached", undeliverable.of(customer.email()).orElse(null));
    model.addAttribute(
        "sentAsMail",
        originals.of(ticket, null).filter(o -> o.format() == Format.MAIL).isPresent());
  }

  /** Puts what was said into the model, with the mails that came back. */
  public void showConversation(Ticket ticket, Model model) {
    model.addAttribute("talk", Spoken.of(conversation.of(ticket.id()), history.of(ticket.id())));
  }
}
