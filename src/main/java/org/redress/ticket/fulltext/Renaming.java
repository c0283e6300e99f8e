package org.redress.ticket.fulltext;

import java.util.Set;
import org.redress.customer.Customers.Renamed;
import org.redress.ticket.History;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tickets are found by what their customer is called now, on every node. A node that dies within
 * the minute may find older ones by the former name, until they change.
 */
@Component
class Renaming {

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  Renaming(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  @EventListener
  void renamed(Renamed renamed) {
    var tickets =
        jdbc.sql("select id from ticket where customer_id in (:customers)")
            .param("customers", renamed.customers())
            .query(Long.class)
            .set();
    if (!tickets.isEmpty()) {
      events.publishEvent(new History.Written(Set.copyOf(tickets)));
    }
  }
}
