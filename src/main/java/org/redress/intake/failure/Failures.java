package org.redress.intake.failure;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.redress.intake.Envelope;
import org.redress.intake.Intake;
import org.redress.intake.Understanding;
import org.redress.intake.failure.Failure.State;
import org.redress.intake.failure.Failure.Step;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The failure desk: messages that could not be processed wait here with their reason, until
 * somebody tries them again, mended or not, or says that they are not needed. None is ever deleted.
 */
@Component
public class Failures {

  /** One transaction moves no more; who has more presses again. */
  private static final int MOST_MOVED = 10_000;

  private final FailureRows rows;
  private final Understanding understanding;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Failures(
      FailureRows rows,
      Understanding understanding,
      PlatformTransactionManager transactions,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.understanding = understanding;
    this.transaction = new TransactionTemplate(transactions);
    this.events = events;
    this.clock = clock;
  }

  /** Messages that match, the latest first. */
  public List<Failure> list(FailureFilter filter, int from, int most) {
    return rows.list(filter, from, most);
  }

  /** How many match. */
  public long count(FailureFilter filter) {
    return rows.count(filter);
  }

  /** How many wait for somebody. */
  public long waiting() {
    return rows.count(FailureFilter.WAITING);
  }

  /** The channels that have messages in this state. */
  public List<String> channels(State state) {
    return rows.channels(state);
  }

  /** One message; empty when it is being worked on or has become a ticket. */
  public Optional<Failure> find(long id) {
    return rows.find(id);
  }

  /** What people did with a message, in order. */
  public List<Step> steps(long id) {
    return rows.steps(id);
  }

  /** The message byte for byte as it came. */
  public byte[] original(long id) {
    return rows.original(id);
  }

  /** The message as it is tried next: edited, or as it came. */
  public byte[] current(long id) {
    return rows.current(id);
  }

  /**
   * Moves messages; one that is no longer where it should be is passed over, so that two people, or
   * one who presses twice, move it once.
   *
   * @param note why, where people say so
   * @return how many were moved
   */
  public int move(List<Long> messages, Move move, String who, String note) {
    var moved =
        transaction.execute(
            status -> {
              var now = clock.instant();
              var done = messages.isEmpty() ? messages : rows.move(messages, move, now);
              if (!done.isEmpty()) {
                rows.note(done, new Step(now, who, move.key(), note));
              }
              return done.size();
            });
    events.publishEvent(new Intake.Stored());
    return moved == null ? 0 : moved;
  }

  /** Moves everything that matches, 10,000 messages at most. */
  public int moveAll(FailureFilter filter, Move move, String who, String note) {
    return move(rows.ids(filter, MOST_MOVED), move, who, note);
  }

  /**
   * Puts an edited version beside the original; it counts when the message is tried again.
   *
   * @param edits the number of edits that the person saw
   * @return whether it was saved; not when the message is gone or somebody else edited it
   * @throws Understanding.Unreadable when what was written cannot be understood either
   */
  public boolean edit(Failure failure, int edits, byte[] content, String who) {
    understanding.read(
        new Envelope(
            failure.channel(),
            failure.externalId(),
            failure.format(),
            failure.receivedAt(),
            content));
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              var saved = rows.edit(failure.id(), edits, content);
              if (saved) {
                rows.note(List.of(failure.id()), new Step(clock.instant(), who, "edit", ""));
              }
              return saved;
            }));
  }
}
