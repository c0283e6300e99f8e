package org.redress.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
    var receipts = keep(envelopes, inbox::store);
    events.publishEvent(new Stored());
    return receipts;
  }

  /** Stores messages that cannot be understood, each with its reason, on the failure desk. */
  public void refuse(Map<Envelope, Text> reasons) {
    keep(List.copyOf(reasons.keySet()), fresh -> inbox.storeParked(fresh, reasons));
  }

  /** Stores messages that need no ticket, each with its reason. */
  public void ignore(Map<Envelope, Text> reasons) {
    keep(List.copyOf(reasons.keySet()), fresh -> inbox.storeAside(fresh, reasons));
  }

  private List<String> keep(List<Envelope> envelopes, Consumer<Map<Envelope, String>> storing) {
    var receipts = new ArrayList<String>();
    for (int i = 0; i < envelopes.size(); i += MOST_AT_ONCE) {
      receipts.addAll(
          keepAtOnce(envelopes.subList(i, Math.min(i + MOST_AT_ONCE, envelopes.size())), storing));
    }
    return receipts;
  }

  private List<String> keepAtOnce(
      List<Envelope> envelopes, Consumer<Map<Envelope, String>> storing) {
    for (int tried = 1; ; tried++) {
      try {
        return transaction.execute(status -> store(envelopes, storing));
      } catch (DuplicateKeyException anotherNodeWasFaster) {
        if (tried == TRIES) {
          throw anotherNodeWasFaster;
        }
      }
    }
  }

  private List<String> store(List<Envelope> envelopes, Consumer<Map<Envelope, String>> storing) {
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
      storing.accept(fresh);
    }
    return envelopes.stream().map(envelope -> receipts.get(key(envelope))).toList();
  }

  private static List<String> key(Envelope envelope) {
    return List.of(envelope.channel(), envelope.externalId());
  }
}
