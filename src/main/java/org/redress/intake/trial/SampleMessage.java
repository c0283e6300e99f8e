package org.redress.intake.trial;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.customer.Customers;
import org.redress.decision.Case;
import org.redress.decision.Decision;
import org.redress.intake.Envelope;
import org.redress.intake.Envelope.Format;
import org.redress.intake.Understanding;
import org.redress.intake.Understanding.Understood;
import org.redress.intake.preview.Cases;
import org.redress.intake.preview.Preview;
import org.redress.intake.thread.Replies;
import org.springframework.stereotype.Component;

/** Reads a message as the intake would, and asks the rules. Nothing is stored. */
@Component
public class SampleMessage {

  private static final String NOT_RECEIVED = "sample";

  private final Understanding understanding;
  private final Replies replies;
  private final Customers customers;
  private final Preview preview;
  private final Clock clock;

  SampleMessage(
      Understanding understanding,
      Replies replies,
      Customers customers,
      Preview preview,
      Clock clock) {
    this.understanding = understanding;
    this.replies = replies;
    this.customers = customers;
    this.preview = preview;
    this.clock = clock;
  }

  /**
   * What would become of it.
   *
   * @param names the ticket it would join or follow, or be compared with; none when it names none
   * @param fate {@code joins}, {@code follows} or {@code stranger}; none when it names no ticket
   * @param decision what the rules would say of a ticket of its own
   */
  public record Outcome(
      Understood understood,
      boolean customerIsKnown,
      @Nullable String names,
      @Nullable String fate,
      Decision decision) {}

  /**
   * Tries a message of a channel.
   *
   * @param message a mail with its headers, or the JSON that programs post
   * @throws Understanding.Unreadable when it can never be understood
   */
  public Outcome tried(String channel, byte[] message) {
    var envelope = new Envelope(channel, NOT_RECEIVED, format(message), clock.instant(), message);
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

  private static Format format(byte[] message) {
    for (var letter : message) {
      if (!Character.isWhitespace(letter)) {
        return letter == '{' ? Format.JSON : Format.MAIL;
      }
    }
    return Format.MAIL;
  }
}
