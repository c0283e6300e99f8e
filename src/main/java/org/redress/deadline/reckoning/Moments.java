package org.redress.deadline.reckoning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.calendar.Pauses;
import org.redress.calendar.Pauses.Pause;
import org.redress.ticket.History;
import org.redress.ticket.TicketStatus;

/**
 * What happened to a ticket, as far as clocks go by it.
 *
 * @param received when the complaint arrived
 * @param rounds when each round began, from the ticket's opening on
 * @param steps when each step was finished, by its name and round
 * @param waiting when we waited for the customer
 */
public record Moments(
    Instant received, List<Instant> rounds, Map<StepOfRound, Instant> steps, Pauses waiting) {

  /** The events of the history that it is read from. */
  public static final Set<String> EVENTS = Set.of("round", "care_step", "status");

  /** A care step of one round. */
  public record StepOfRound(String step, int round) {}

  /** Keeps copies that nobody changes. */
  public Moments {
    rounds = List.copyOf(rounds);
    steps = Map.copyOf(steps);
  }

  /** A ticket that was just opened. */
  public static Moments opened(Instant received, Instant opened) {
    return new Moments(received, List.of(opened), Map.of(), Pauses.NONE);
  }

  /** What the history of a ticket tells, oldest first. */
  public static Moments of(Instant received, Instant opened, List<History.Entry> history) {
    var rounds = new ArrayList<>(List.of(opened));
    var steps = new HashMap<StepOfRound, Instant>();
    var pauses = new ArrayList<Pause>();
    Instant since = null;
    for (var entry : history) {
      var value = entry.newValue() == null ? "" : entry.newValue();
      switch (entry.event()) {
        case "round" -> rounds.add(entry.at());
        case "care_step" -> steps.put(new StepOfRound(value, rounds.size()), entry.at());
        case "status" -> {
          var waits = value.equals(TicketStatus.WAITING.key());
          if (waits && since == null) {
            since = entry.at();
          } else if (!waits && since != null) {
            pauses.add(new Pause(since, entry.at()));
            since = null;
          }
        }
        default -> {}
      }
    }
    return new Moments(received, rounds, steps, new Pauses(pauses, since));
  }

  /** When a round began; the first one with the ticket's opening. */
  Instant beginOf(int round) {
    return rounds.get(Math.min(round, rounds.size()) - 1);
  }

  /** When a step was finished in a round. */
  Optional<Instant> end(@Nullable String step, int round) {
    return Optional.ofNullable(step).map(s -> steps.get(new StepOfRound(s, round)));
  }
}
