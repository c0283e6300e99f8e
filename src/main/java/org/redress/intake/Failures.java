package org.redress.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The failure desk: messages that could not be processed wait here with their reason. */
@Component
public class Failures {

  private static final int MOST_SHOWN = 500;

  private final Inbox inbox;
  private final ApplicationEventPublisher events;

  Failures(Inbox inbox, ApplicationEventPublisher events) {
    this.inbox = inbox;
    this.events = events;
  }

  /** One message that waits. */
  public record Failure(
      long id,
      String channel,
      @JsonProperty("external_id") String externalId,
      @JsonProperty("received_at") Instant receivedAt,
      int attempts,
      String reason) {}

  /** The newest failures, at most 500. */
  public List<Failure> list() {
    return inbox.parked(MOST_SHOWN);
  }

  /**
   * Puts a message back into the inbox.
   *
   * @throws NoSuchElementException when no such message waits here (any more)
   */
  @Transactional
  public void replay(long id) {
    if (!inbox.replay(id)) {
      throw new NoSuchElementException("no failure with id " + id);
    }
    events.publishEvent(new Intake.Stored());
  }
}
