package org.redress.ticket;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redress.decision.Asking;
import org.redress.decision.Decision;
import org.redress.decision.DecisionRecords;
import org.redress.decision.DecisionRecords.Recorded;
import org.redress.decision.Decisions;
import org.springframework.stereotype.Component;

/** Asks the rules in force again, with a ticket's own answers taken as given. */
@Component
public class AskingAgain {

  private final DecisionRecords records;
  private final Decisions decisions;

  AskingAgain(DecisionRecords records, Decisions decisions) {
    this.records = records;
    this.decisions = decisions;
  }

  /** The decisions of tickets made anew, by ticket; one whose record is gone has none. */
  public Map<Long, Decision> about(Collection<Ticket> tickets) {
    var recorded = records.cases(tickets.stream().map(Ticket::id).toList());
    var again = new HashMap<Long, Decision>();
    for (var ticket : tickets) {
      var one = recorded.get(ticket.id());
      if (one != null) {
        again.put(ticket.id(), again(ticket, one, Set.of()));
      }
    }
    return again;
  }

  /** A ticket's decision made anew, with some questions asked although it carries an answer. */
  public Optional<Decision> about(Ticket ticket, Set<String> asked) {
    return Optional.ofNullable(records.cases(List.of(ticket.id())).get(ticket.id()))
        .map(recorded -> again(ticket, recorded, asked));
  }

  private Decision again(Ticket ticket, Recorded recorded, Set<String> asked) {
    var given = given(ticket);
    given.keySet().removeAll(asked);
    return Asking.decide(decisions.active(), recorded.complaint(), given);
  }

  private static Map<String, List<String>> given(Ticket ticket) {
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
    return given;
  }
}
