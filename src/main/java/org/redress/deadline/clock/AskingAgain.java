package org.redress.deadline.clock;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.decision.Asking;
import org.redress.decision.Decision;
import org.redress.decision.DecisionRecords;
import org.redress.decision.DecisionRecords.Recorded;
import org.redress.decision.Decisions;
import org.redress.ticket.Ticket;
import org.springframework.stereotype.Component;

/** Asks the rules in force again, with a ticket's own answers taken as given. */
@Component
class AskingAgain {

  private final DecisionRecords records;
  private final Decisions decisions;

  AskingAgain(DecisionRecords records, Decisions decisions) {
    this.records = records;
    this.decisions = decisions;
  }

  /** The decisions of tickets made anew, by ticket; one whose record is gone has none. */
  Map<Long, Decision> about(Collection<Ticket> tickets) {
    var recorded = records.cases(tickets.stream().map(Ticket::id).toList());
    var again = new HashMap<Long, Decision>();
    for (var ticket : tickets) {
      var one = recorded.get(ticket.id());
      if (one != null) {
        again.put(ticket.id(), again(ticket, one));
      }
    }
    return again;
  }

  private Decision again(Ticket ticket, Recorded recorded) {
    return Asking.decide(
        decisions.active(), recorded.complaint(), given(ticket, recorded.decision()));
  }

  private static Map<String, List<String>> given(Ticket ticket, Decision before) {
    var verdict = ticket.verdict();
    var given = new HashMap<String, List<String>>();
    given.put("category", List.of(verdict.category()));
    given.put("cause", List.of(verdict.cause()));
    given.put("demand", verdict.demands());
    given.put("emotion", List.of(verdict.emotion()));
    given.put("severity", List.of(verdict.severity()));
    given.put("priority", List.of(verdict.priority()));
    given.put("escalation", List.of(verdict.escalation()));
    given.put("team", List.of(ticket.team()));
    given.put("compensation", before.answer("compensation").values());
    return given;
  }
}
