package org.redress.deadline.clock;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.calendar.Due;
import org.redress.calendar.site.WorkingTimes;
import org.redress.deadline.reckoning.Moments;
import org.redress.deadline.reckoning.Reckoning;
import org.redress.decision.Decision;
import org.springframework.stereotype.Component;

/** The clocks that a decision would start, reckoned but not kept. */
@Component
public class Foreseen {

  private final Policies policies;
  private final WorkingTimes workingTimes;

  Foreseen(Policies policies, WorkingTimes workingTimes) {
    this.policies = policies;
    this.workingTimes = workingTimes;
  }

  /**
   * One clock.
   *
   * @param after the step whose end starts it, if one does
   * @param dueAt none while it would not have started
   */
  public record Clock(
      String obligation,
      String span,
      @Nullable String after,
      @Nullable Instant dueAt,
      String rule) {}

  /** The clocks of a ticket that this decision would open now. */
  public List<Clock> of(Decision decision, Instant now) {
    var calendars = workingTimes.calendars();
    var moments = Moments.opened(now, now);
    return policies.of(decision, decision.the("team"), now).stream()
        .map(
            policy ->
                new Clock(
                    policy.obligation(),
                    policy.span().toString(),
                    policy.after(),
                    Reckoning.of(policy, 1, null, calendars)
                        .due(moments)
                        .map(Due::due)
                        .orElse(null),
                    policy.rule()))
        .toList();
  }
}
