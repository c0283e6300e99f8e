package org.redress.desk.handling;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.desk.VisibleTickets;
import org.redress.ticket.correction.Correcting;
import org.redress.ticket.work.CustomerWait;
import org.redress.ticket.work.Merging;
import org.redress.ticket.work.Reopening;
import org.springframework.stereotype.Component;

/** What may be done to the course of a ticket, by whom, and with what. */
@Component
class Handling {

  static final int LONGEST_REASON = 2000;

  private final VisibleTickets tickets;
  private final CustomerWait waiting;
  private final Routing routing;

  Handling(VisibleTickets tickets, CustomerWait waiting, Routing routing) {
    this.tickets = tickets;
    this.waiting = waiting;
    this.routing = routing;
  }

  /** Where a ticket may go. */
  @Component
  record Routing(Correcting correcting, Reopening reopening, Merging merging) {}

  /** What can be done. */
  enum Act {
    WAIT,
    RESUME,
    REOPEN,
    TEAM,
    PRIORITY,
    MERGE,
    UNMERGE
  }

  /**
   * Does it.
   *
   * @param value the team, the priority, or the ticket to merge into
   * @throws Refusal when something is missing or unknown
   * @throws org.springframework.web.server.ResponseStatusException 404 when the person sees no such
   *     ticket
   * @throws org.redress.ticket.correction.NoSuchAnswer when there is no such team or priority
   * @throws org.redress.ticket.work.NotNow when the ticket does not stand so
   */
  void act(Act act, String number, @Nullable String value, @Nullable String reason, Person me) {
    tickets.visible(number, me);
    var why = reason == null || reason.isBlank() ? null : reason.strip();
    if (why != null && why.length() > LONGEST_REASON) {
      throw new Refusal("handling.reason.long");
    }
    switch (act) {
      case WAIT -> waiting.begin(number, me.name(), why);
      case RESUME -> waiting.end(number, me.name());
      case REOPEN -> routing.reopening().reopen(number, me.name(), needed(why));
      case TEAM -> correct(number, "team", known(value), me, why);
      case PRIORITY -> correct(number, "priority", known(value), me, why);
      case UNMERGE -> routing.merging().undo(number, me.name());
      case MERGE -> {
        var into = known(value).toUpperCase(Locale.ROOT);
        if (tickets.find(into, me).isEmpty()) {
          throw new Refusal("handling.merge.unknown");
        }
        routing.merging().merge(number, into, me.name());
      }
    }
  }

  /** Something is missing or unknown; the message is a key. */
  static class Refusal extends RuntimeException {
    Refusal(String key) {
      super(key);
    }
  }

  private static String needed(@Nullable String reason) {
    if (reason == null) {
      throw new Refusal("handling.reason.missing");
    }
    return reason;
  }

  private static String known(@Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new Refusal("handling.value.missing");
    }
    return value.strip();
  }

  private void correct(
      String number, String question, String value, Person me, @Nullable String reason) {
    routing
        .correcting()
        .correct(number, Map.of(question, List.of(value)), me.name(), needed(reason));
  }
}
