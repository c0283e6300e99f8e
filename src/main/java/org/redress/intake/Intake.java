package org.redress.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.redress.intake.figures.ChannelTally;
import org.redress.intake.figures.Outcome;
import org.redress.text.Text;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one door all channels end at. When {@code receive} returns, the message is on disk and will
 * become a ticket; the same message again changes nothing and gets the same receipt.
 */
@Component
public class Intake {

  private static final int TRIES = 3;

  /** Databases take only so many parameters in one statement. */
  private static final int MOST_AT_ONCE = 5_000;

  private final Inbox inbox;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final ChannelTally tally;

  Intake(
      Inbox inbox,
      PlatformTransactionManager transactions,
      ApplicationEventPublisher events,
      ChannelTally tally) {
    this.inbox = inbox;
    this.transaction = new TransactionTemplate(transactions);
    this.events = events;
    this.tally = tally;
  }

  /** Messages wait in the inbox; told after the commit. */
  public record Stored() {}

  /** Receives one message and returns its receipt. */
  public String receive(Envelope envelope) {
    return receive(List.of(envelope)).get(0);
  }

  /**
   * Receives messages in one transaction, or in several when they are very many, and returns their
   * receipts in the same order.
   */
  public List<String> receive(List<Envelope> envelopes) {
    var receipts = new ArrayList<String>();
    for (int i = 0; i < envelopes.size(); i += MOST_AT_ONCE) {
      receipts.addAll(
          receiveAtOnce(envelopes.subList(i, Math.min(i + MOST_AT_ONCE, envelopes.size()))));
    }
    return receipts;
  }

  private List<String> receiveAtOnce(List<Envelope> envelopes) {
    for (int tried = 1; ; tried++) {
      try {
        var receipts = transaction.execute(status -> store(envelopes));
        events.publishEvent(new Stored());
        return receipts;
      } catch (DuplicateKeyException anotherNodeWasFaster) {
        if (tried == TRIES) {
          throw anotherNodeWasFaster;
        }
      }
    }
  }

  /** Stores a message that cannot be understood, with the reason, on the failure desk. */
  public void refuse(Envelope envelope, Text reason) {
    transaction.executeWithoutResult(
        status -> {
          if (inbox.receipts(List.of(envelope)).isEmpty()) {
            inbox.storeParked(envelope, Receipts.next(), reason);
          }
        });
  }

  private List<String> store(List<Envelope> envelopes) {
    var receipts = inbox.receipts(envelopes);
    var fresh = new LinkedHashMap<Envelope, String>();
    for (var envelope : envelopes) {
      if (receipts.containsKey(key(envelope))) {
        tally.count(envelope.channel(), Outcome.DUPLICATE);
      } else {
        fresh.put(envelope, Receipts.next());
        receipts.put(key(envelope), fresh.get(envelope));
      }
    }
    if (!fresh.isEmpty()) {
      inbox.store(fresh);
    }
    return envelopes.stream().map(envelope -> receipts.get(key(envelope))).toList();
  }

  private static List<String> key(Envelope envelope) {
    return List.of(envelope.channel(), envelope.externalId());
  }
}
