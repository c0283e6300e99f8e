package org.redress.decision.obligation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.calendar.TimeSpan;

/**
 * What happens before, at and after a deadline, step by step, as {@code rules/ladder/ladders.yml}
 * states it.
 */
public record Ladder(List<Step> steps) {

  /** Who works on the ticket, among the ranks of a team. */
  public static final String OWNER = "owner";

  /** Refuses two steps at the same time. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Ladder {
    steps = List.copyOf(steps);
    var seen = new HashSet<Moment>();
    for (var step : steps) {
      if (!seen.add(step.when())) {
        throw new IllegalArgumentException(
            "two steps at '%s': join them into one".formatted(step.when()));
      }
    }
  }

  /**
   * One step.
   *
   * @param tell ranks that get a mail: {@link #OWNER}, or one of the ladders in teams.yml
   * @param handTo the rank that takes the ticket over, and is told of it; none if nobody does
   */
  public record Step(
      @JsonProperty(required = true) Moment when,
      @Nullable List<String> tell,
      @JsonProperty("hand_to") @Nullable String handTo) {

    /** Refuses a step that does nothing. */
    public Step {
      tell = tell == null ? List.of() : List.copyOf(tell);
      if (tell.isEmpty() && handTo == null) {
        throw new IllegalArgumentException("a step needs 'tell: [owner]' or 'hand_to: lead'");
      }
    }
  }

  /**
   * When a step is taken.
   *
   * @param percent of the time used up, for steps before the deadline
   * @param late how long after the deadline; none for steps before and at it
   */
  public record Moment(int percent, @Nullable TimeSpan late) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,2})%|due|due ?\\+ ?(\\S+)");
    private static final int ALL = 100;

    /** Reads {@code 75%}, {@code due} or {@code due + 4wh}. */
    @JsonCreator
    public static Moment parse(String text) {
      var form = FORM.matcher(text.strip());
      if (!form.matches() || text.strip().matches("0+%")) {
        throw new IllegalArgumentException(
            "'%s' is no moment. Write 75%% (of the time used up), due, or due + 4wh"
                .formatted(text));
      }
      if (form.group(1) != null) {
        return new Moment(Integer.parseInt(form.group(1)), null);
      }
      return new Moment(ALL, form.group(2) == null ? null : TimeSpan.parse(form.group(2)));
    }

    /** Whether it lies before the deadline. */
    public boolean isBefore() {
      return percent < ALL;
    }

    /** The form that {@link #parse} reads; names the step among those of its deadline. */
    @Override
    public String toString() {
      if (isBefore()) {
        return percent + "%";
      }
      return late == null ? "due" : "due + " + late;
    }
  }
}
