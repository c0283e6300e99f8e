package org.redress.intake.trial;

import java.util.List;
import java.util.Locale;
import org.redress.customer.Customers;
import org.redress.decision.Case;
import org.redress.intake.Envelope;
import org.redress.intake.Understanding;
import org.redress.intake.preview.Cases;
import org.redress.intake.preview.Preview;
import org.redress.intake.thread.Replies;
import org.redress.intake.trial.SampleMessage.Outcome;
import org.springframework.stereotype.Component;

/** Reads one message as the intake would, and asks the rules. Nothing is stored. */
@Component
class Outlook {

  private final Understanding understanding;
  private final Replies replies;
  private final Customers customers;
  private final Preview preview;

  Outlook(Understanding understanding, Replies replies, Customers customers, Preview preview) {
    this.understanding = understanding;
    this.replies = replies;
    this.customers = customers;
    this.preview = preview;
  }

  /**
   * What would become of it.
   *
   * @throws Understanding.Unreadable when it can never be understood
   */
  Outcome of(Envelope envelope) {
    var understood = understanding.read(envelope);
    var said = understood.said();
    var customer = customers.find(said.sender());
    var place = replies.places(List.of(said), one -> understood.newText()).get(said);
    var decision =
        preview.of(
            new Cases.Message(
                said.channel(),
                said.language(),
                said.receivedAt(),
                Case.wholeText(said.subject(), said.text()),
                understood.heard()),
            customer);
    return new Outcome(
        understood,
        customer.isPresent(),
        place == null ? null : place.ticket(),
        place == null ? null : place.fate().name().toLowerCase(Locale.ROOT),
        decision);
  }
}
