package org.redress.desk.correction;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.decision.Decision;
import org.redress.decision.Proposal;
import org.redress.ticket.AskingAgain;
import org.redress.ticket.Ticket;
import org.springframework.stereotype.Component;

/** What the rules would say of a ticket once it is corrected. */
@Component
class Consequences {

  /** What the rules conclude from the rest, and somebody may let follow. */
  private static final List<String> FOLLOWING = List.of("priority", "team");

  private final AskingAgain askingAgain;

  Consequences(AskingAgain askingAgain) {
    this.askingAgain = askingAgain;
  }

  /**
   * Another answer that follows by a rule.
   *
   * @param before what the ticket has
   */
  record Following(String question, String before, String after, Proposal because) {}

  /** What may be offered then; without an amount where money is not the point. */
  record Offered(String kind, @Nullable BigDecimal amount) {}

  /**
   * All that would follow.
   *
   * @param offers what may be offered after the correction
   */
  record Foreseen(List<Following> following, List<Offered> offers) {}

  /** What would follow; nothing where the decision is no longer on record. */
  Foreseen of(Ticket ticket, Wanted wanted) {
    if (wanted.isEmpty()) {
      return new Foreseen(List.of(), List.of());
    }
    var corrected = wanted.on(ticket);
    var open =
        FOLLOWING.stream()
            .filter(question -> !wanted.answers().containsKey(question))
            .collect(Collectors.toSet());
    return askingAgain
        .about(corrected, open)
        .map(decision -> new Foreseen(following(corrected, open, decision), offers(decision)))
        .orElse(new Foreseen(List.of(), List.of()));
  }

  private static List<Following> following(Ticket ticket, Set<String> open, Decision decision) {
    return FOLLOWING.stream()
        .filter(open::contains)
        .flatMap(question -> following(ticket, question, decision).stream())
        .toList();
  }

  private static Optional<Following> following(Ticket ticket, String question, Decision decision) {
    var before = Wanted.present(ticket, question).get(0);
    var answer = decision.answer(question);
    return answer.chosen().stream()
        .filter(proposal -> !proposal.answer().equals(before))
        .filter(proposal -> answer.values().contains(proposal.answer()))
        .findFirst()
        .map(proposal -> new Following(question, before, proposal.answer(), proposal));
  }

  private static List<Offered> offers(Decision decision) {
    var answer = decision.answer("compensation");
    return answer.values().stream()
        .map(kind -> new Offered(kind, answer.detailOf(kind).map(BigDecimal::new).orElse(null)))
        .toList();
  }
}
