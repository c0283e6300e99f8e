package org.redress.intake.trial;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.decision.Decision;
import org.redress.intake.Envelope;
import org.redress.intake.Envelope.Format;
import org.redress.intake.Understanding;
import org.redress.intake.Understanding.Understood;
import org.redress.intake.channel.ChannelTrial;
import org.redress.intake.message.MessageReader.Reading;
import org.redress.text.Text;
import org.springframework.stereotype.Component;

/** Tries a message of a channel, as its route would map it. Nothing is stored. */
@Component
public class SampleMessage {

  private static final String NOT_RECEIVED = "sample";

  /** A table may hold thousands; the first ones tell whether the mapping fits. */
  private static final int MOST_SHOWN = 5;

  private final ChannelTrial trial;
  private final Outlook outlook;
  private final Clock clock;

  SampleMessage(ChannelTrial trial, Outlook outlook, Clock clock) {
    this.trial = trial;
    this.outlook = outlook;
    this.clock = clock;
  }

  /**
   * What would become of one complaint.
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
   * What would become of a message.
   *
   * @param complaints the first complaints in it
   * @param all how many there are
   * @param parked why pieces of it would wait on the failure desk
   * @param leftOut why pieces of it are no complaint
   */
  public record Tried(List<Outcome> complaints, int all, List<Text> parked, List<Text> leftOut) {}

  /**
   * Tries a message.
   *
   * @param message as the channel's sender writes it; for channels without a mapping a mail with
   *     its headers, or the JSON that programs post
   * @throws Understanding.Unreadable when it can never be understood
   */
  public Tried tried(String channel, byte[] message) {
    return trial
        .run(channel, message)
        .map(this::tried)
        .orElseGet(
            () ->
                new Tried(List.of(outlook.of(asItIs(channel, message))), 1, List.of(), List.of()));
  }

  private Tried tried(Reading read) {
    var complaints = new ArrayList<Outcome>();
    var parked = new ArrayList<>(read.bad().values());
    for (var envelope : read.good().subList(0, Math.min(MOST_SHOWN, read.good().size()))) {
      try {
        complaints.add(outlook.of(envelope));
      } catch (Understanding.Unreadable unreadable) {
        parked.add(unreadable.reason());
      }
    }
    return new Tried(complaints, read.good().size(), parked, List.copyOf(read.leftOut().values()));
  }

  private Envelope asItIs(String channel, byte[] message) {
    return new Envelope(channel, NOT_RECEIVED, format(message), clock.instant(), message);
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
