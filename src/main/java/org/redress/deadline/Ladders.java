package org.redress.deadline;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.reckoning.Moments;
import org.redress.deadline.reckoning.Reckoning;
import org.redress.decision.Decisions;
import org.redress.decision.obligation.Ladder;
import org.springframework.stereotype.Component;

/** Which step of its ladder a deadline takes next, and when. */
@Component
public class Ladders {

  public static final String QUESTION = "ladder";

  /** The ladder of what people undertook. It tells; the ticket stays with whoever has it. */
  public static final String PLEDGE = "pledge";

  private static final Ladder OF_PLEDGES =
      new Ladder(
          List.of(
              new Ladder.Step(Ladder.Moment.parse("due"), List.of(Ladder.OWNER, "lead"), null),
              new Ladder.Step(Ladder.Moment.parse("due + 2wd"), List.of("manager"), null)));

  private final Decisions decisions;

  Ladders(Decisions decisions) {
    this.decisions = decisions;
  }

  /** A step of a deadline's ladder and its time. */
  public record Next(Ladder.Step step, Instant at) {}

  /** The ladder of that name; one that the book no longer has is replaced by its default. */
  Ladder ladder(String name) {
    if (name.equals(PLEDGE)) {
      return OF_PLEDGES;
    }
    var book = decisions.active();
    var ladders = book.obligations().ladders();
    return Optional.ofNullable(ladders.get(name))
        .or(
            () ->
                book.question(QUESTION)
                    .flatMap(q -> q.defaults().stream().findFirst())
                    .map(ladders::get))
        .orElseGet(() -> new Ladder(List.of()));
  }

  /** The step that comes next; none when there is none, or when the clock stands still. */
  public Optional<Next> next(
      Deadline deadline, Reckoning reckoning, Moments moments, Set<String> taken) {
    if (!deadline.isOpen()) {
      return Optional.empty();
    }
    var left =
        ladder(deadline.ladder()).steps().stream()
            .filter(step -> !taken.contains(step.when().toString()))
            .toList();
    // Those before the deadline come in the order of their shares: no need to reckon all.
    var before =
        left.stream()
            .filter(step -> step.when().isBefore())
            .min(Comparator.comparing(step -> step.when().percent()));
    return before.isPresent()
        ? at(before.get(), deadline, reckoning, moments)
        : left.stream()
            .flatMap(step -> at(step, deadline, reckoning, moments).stream())
            .min(Comparator.comparing(Next::at));
  }

  /** When a step is taken; none when the clock stands still until then. */
  Optional<Next> at(Ladder.Step step, Deadline deadline, Reckoning reckoning, Moments moments) {
    Instant start = deadline.startedAt();
    @Nullable Instant due = deadline.dueAt();
    return start == null || due == null
        ? Optional.empty()
        : reckoning.at(step.when(), start, due, moments).map(at -> new Next(step, at));
  }
}
