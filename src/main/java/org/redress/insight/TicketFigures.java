package org.redress.insight;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.redress.ticket.TicketsOpened;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts opened tickets by channel, once they are committed: {@code redress_tickets_opened}. */
@Component
class TicketFigures {

  private final MeterRegistry meters;

  TicketFigures(MeterRegistry meters) {
    this.meters = meters;
  }

  @TransactionalEventListener
  void count(TicketsOpened event) {
    event
        .tickets()
        .forEach(
            opened ->
                Counter.builder("redress.tickets.opened")
                    .description("Tickets opened since the start")
                    .tag("channel", opened.ticket().channel())
                    .register(meters)
                    .increment());
  }
}
