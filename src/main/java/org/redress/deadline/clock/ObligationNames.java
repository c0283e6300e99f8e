package org.redress.deadline.clock;

import java.util.Map;
import java.util.Optional;
import org.redress.decision.Decisions;
import org.redress.decision.obligation.Regime;
import org.redress.text.Text;
import org.springframework.stereotype.Component;

/** What people call obligations, whoever sets them: rules, the law, or a promise. */
@Component
public class ObligationNames {

  /** Obligations that no rule sets. */
  private static final Map<String, Text> PROMISED =
      Map.of(
          Pledges.APPROVAL, new Text("Decide on compensation", "补偿审批"),
          Pledges.CORRECTIVE_ACTION, new Text("Corrective action", "整改措施"));

  private final Decisions decisions;

  ObligationNames(Decisions decisions) {
    this.decisions = decisions;
  }

  /** The name of an obligation; the bare key when nothing knows it any more. */
  public Text of(String obligation) {
    return decisions
        .active()
        .question(Policies.QUESTION)
        .flatMap(question -> Optional.ofNullable(question.answers().get(obligation)))
        .map(answer -> answer.label())
        .or(() -> Optional.ofNullable(PROMISED.get(obligation)))
        .or(() -> limit(obligation).map(Regime.Limit::label))
        .orElseGet(() -> new Text(obligation, obligation));
  }

  /** The sentence for the customer's receipt that a legal limit asks for, if it has one. */
  public Optional<Text> wording(String obligation) {
    return limit(obligation).flatMap(limit -> Optional.ofNullable(limit.wording()));
  }

  private Optional<Regime.Limit> limit(String obligation) {
    var parts = obligation.split("\\.", 2);
    return parts.length == 1
        ? Optional.empty()
        : decisions
            .active()
            .obligations()
            .regime(parts[0])
            .flatMap(
                regime ->
                    regime.limits().stream().filter(l -> l.name().equals(parts[1])).findFirst());
  }
}
