package org.redress.desk.call;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.customer.Customer;
import org.redress.intake.call.CallBook;
import org.redress.intake.call.CallRecord;
import org.redress.intake.call.Recordings;
import org.redress.ticket.Ticket;
import org.redress.ticket.TicketStatus;
import org.springframework.stereotype.Component;

/** The calls with a customer while a ticket is worked on, for the ticket's screen. */
@Component("ticketCalls")
public class TicketCalls {

  private static final int MINUTE = 60;

  private final CallBook calls;
  private final Recordings recordings;
  private final Clock clock;

  TicketCalls(CallBook calls, Recordings recordings, Clock clock) {
    this.calls = calls;
    this.recordings = recordings;
    this.clock = clock;
  }

  /**
   * One call.
   *
   * @param length as {@code 3:05}
   * @param recording where to listen to it; none when nowhere safe
   */
  public record Shown(CallRecord call, String length, @Nullable String recording) {}

  /**
   * The calls from and to the customer's number, the latest first.
   *
   * @param said when the customer complained, which a note of a call may tell much later
   */
  public List<Shown> of(Ticket ticket, Instant said, Customer customer) {
    var phone = customer.phone();
    if (phone == null) {
      return List.of();
    }
    var until = ticket.status() == TicketStatus.CLOSED ? ticket.changedAt() : clock.instant();
    var began = said.isBefore(ticket.createdAt()) ? said : ticket.createdAt();
    return calls.of(phone, began, until).stream().map(this::shown).toList();
  }

  private Shown shown(CallRecord call) {
    var recording = call.recording();
    return new Shown(
        call,
        "%d:%02d".formatted(call.seconds() / MINUTE, call.seconds() % MINUTE),
        recording == null ? null : recordings.address(recording).orElse(null));
  }
}
