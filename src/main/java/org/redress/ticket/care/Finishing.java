package org.redress.ticket.care;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.ticket.Changes;
import org.redress.ticket.Changes.By;
import org.redress.ticket.Ticket;
import org.redress.ticket.TicketChanged;
import org.redress.ticket.TicketChanged.Kind;
import org.redress.ticket.TicketStatus;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes that a step of a locked ticket is done, and what that makes of the ticket. */
@Component
public class Finishing {

  private final CareRecords records;
  private final Changes changes;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Finishing(CareRecords records, Changes changes, ApplicationEventPublisher events, Clock clock) {
    this.records = records;
    this.changes = changes;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Finishes a step.
   *
   * @param written what was written down, checked
   * @param reason why, where the step was let go
   * @return the ticket as it is now
   */
  public Ticket finish(
      Ticket ticket, CareStep step, Map<String, List<String>> written, TicketStatus after, By by) {
    records.add(ticket, step, by.actor(), by.at(), written);
    changes.note(ticket.id(), "care_step", null, step.key(), by);
    var changed = understood(ticket, step, written).with(after);
    changes.apply(ticket, changed, by);
    events.publishEvent(new TicketChanged(changed, Kind.STEP_DONE, step.key(), by.at()));
    return changed;
  }

  /** This person, now. */
  public By by(String actor, @Nullable String reason) {
    return By.person(actor, clock.instant(), reason);
  }

  /** What people found out about cause and demand corrects what the rules had read. */
  private static Ticket understood(
      Ticket ticket, CareStep step, Map<String, List<String>> written) {
    var verdict = ticket.verdict();
    return switch (step) {
      case FIND_CAUSE, REVIEW ->
          written.containsKey("cause")
              ? ticket.with(verdict.with("cause", written.get("cause")))
              : ticket;
      case CLARIFY_DEMAND ->
          written.containsKey("demand")
              ? ticket.with(verdict.with("demand", written.get("demand")))
              : ticket;
      default -> ticket;
    };
  }
}
