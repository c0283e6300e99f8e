package org.redress.decision.obligation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.calendar.TimeSpan;
import org.redress.text.Text;

/**
 * A law or a scheme that sets time limits, as a file of {@code rules/legal} states it. Dated data,
 * no legal advice.
 *
 * @param source where the numbers come from
 * @param checked when somebody last compared them with the source
 * @param caution what to know before relying on it
 */
public record Regime(
    @JsonProperty(required = true) Text title,
    @JsonProperty(required = true) String source,
    @JsonProperty(required = true) LocalDate checked,
    @JsonProperty(required = true) Text caution,
    @JsonProperty(required = true) List<Limit> limits) {

  /**
   * One time limit.
   *
   * @param name a plain word, unique among the limits that hold on the same day
   * @param starts what starts the clock
   * @param calendar the working time it is counted in; none means the team's
   * @param pauses whether it stands still while we wait for the customer
   * @param endsWith the obligation whose fulfilment ends it, for instance {@code give_result}
   * @param from the first day on which a complaint received falls under it
   * @param until the last such day; none when it still holds
   * @param wording for the acknowledgement; {@code {due}} stands for the time; none if not told
   */
  public record Limit(
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) Text label,
      @JsonProperty(required = true) Start starts,
      @JsonProperty(required = true) String within,
      @Nullable String calendar,
      boolean pauses,
      @JsonProperty(value = "ends_with", required = true) String endsWith,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable Text wording) {

    /** Refuses what is no time span, and an end before the beginning. */
    public Limit {
      TimeSpan.parse(within);
      if (!name.matches("[a-z][a-z0-9_]*")) {
        throw new IllegalArgumentException(
            "the name '%s' is not a plain word; use small letters, digits and _".formatted(name));
      }
      if (from != null && until != null && until.isBefore(from)) {
        throw new IllegalArgumentException("until %s is before from %s".formatted(until, from));
      }
    }

    /** Whether a complaint received on that day falls under it. */
    public boolean holdsOn(LocalDate day) {
      return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
  }

  /** What starts the clock of a limit. */
  public enum Start {
    /** The complaint's arrival. */
    @JsonProperty("received")
    RECEIVED,
    /** The beginning of the day after the complaint's arrival. */
    @JsonProperty("next day")
    NEXT_DAY
  }

  /** The limits for a complaint received on that day. */
  public List<Limit> on(LocalDate day) {
    return limits.stream().filter(limit -> limit.holdsOn(day)).toList();
  }
}
