package org.redress.deadline.reckoning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.redress.calendar.Calendars;
import org.redress.calendar.Due;
import org.redress.calendar.Pauses;
import org.redress.calendar.Pauses.Pause;
import org.redress.calendar.TimeSpan;
import org.redress.deadline.reckoning.Policy.Start;
import org.redress.ticket.History;

/** What holds for every clock, whatever happens to its ticket. */
class ReckoningTest {

  private static final Calendars CALENDARS = Calendars.load(Path.of("config/calendars"));
  private static final List<String> NAMES = List.of("cn", "us", "gb", "de", "hk", "office");

  private Random random;

  @RepeatedTest(500)
  void aDueTimeNeverComesBeforeItsStartAndOnlyLaterWithMoreWaiting(RepetitionInfo repetition) {
    random = new Random(repetition.getCurrentRepetition());
    var policy = policy(true);
    var opened = opened();
    var waiting = waiting(opened);
    var due = due(policy, opened, waiting);

    assertThat(due).isAfterOrEqualTo(opened);
    assertThat(due(policy, opened, without(waiting))).isBeforeOrEqualTo(due);
    assertThat(due(policy, opened, Pauses.NONE)).isBeforeOrEqualTo(due);
    assertThat(due(policy(policy, false), opened, waiting))
        .as("a clock that does not pause takes no notice")
        .isEqualTo(due(policy, opened, Pauses.NONE));
    assertThat(due(longer(policy), opened, waiting)).isAfterOrEqualTo(due);
    assertThat(due(policy, opened.plus(Duration.ofHours(random.nextInt(100))), waiting))
        .isAfterOrEqualTo(due);
  }

  @RepeatedTest(200)
  void aPauseThatIsOverAtOnceOrComesAfterTheDeadlineShiftsNothing(RepetitionInfo repetition) {
    random = new Random(1000 + repetition.getCurrentRepetition());
    var policy = policy(true);
    var opened = opened();
    var due = due(policy, opened, Pauses.NONE);
    var between = opened.plus(Duration.between(opened, due).dividedBy(2));
    var none = new Pauses(List.of(new Pause(between, between)), null);
    var after =
        new Pauses(
            List.of(new Pause(due, due.plus(Duration.ofDays(9)))), due.plus(Duration.ofDays(20)));

    assertThat(due(policy, opened, none)).isEqualTo(due);
    assertThat(due(policy, opened, after)).isEqualTo(due);
  }

  @RepeatedTest(500)
  void noChangeMakesAClockLateAtOnce(RepetitionInfo repetition) {
    random = new Random(2000 + repetition.getCurrentRepetition());
    var opened = opened();
    var waiting = waiting(opened);
    var moments = moments(opened, waiting);
    var old = reckoning(policy(true));
    var oldDue = old.due(moments).map(Due::due).orElseThrow();
    var now = opened.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 20)));
    var next = reckoning(policy(true)).insteadOf(old, oldDue, moments, now);
    var due = next.due(moments).map(Due::due).orElseThrow();

    if (oldDue.isAfter(now)) {
      assertThat(due).isAfter(now);
    }
    assertThat(next.insteadOf(next, due, moments, now))
        .as("a change to the same changes nothing")
        .isEqualTo(next);
  }

  @RepeatedTest(200)
  void theHistoryTellsTheSameMomentsAgain(RepetitionInfo repetition) {
    random = new Random(3000 + repetition.getCurrentRepetition());
    var opened = opened();
    var waiting = waiting(opened);
    var history = new ArrayList<History.Entry>();
    for (var pause : waiting.over()) {
      history.add(status(pause.from(), "open", "waiting"));
      history.add(status(pause.to(), "waiting", "open"));
    }
    var last = waiting.over().get(waiting.over().size() - 1).to();
    history.add(entry(last, "care_step", "give_result"));
    history.add(status(last, "open", "solved"));
    history.add(entry(last.plusSeconds(60), "round", "2"));

    var moments = Moments.of(opened, opened, history);

    assertThat(moments.waiting()).isEqualTo(waiting);
    assertThat(moments.beginOf(1)).isEqualTo(opened);
    assertThat(moments.beginOf(2)).isEqualTo(last.plusSeconds(60));
    assertThat(moments.end("give_result", 1)).isEqualTo(Optional.of(last));
    assertThat(moments.end("give_result", 2)).isEmpty();
  }

  private Policy policy(boolean pauses) {
    var unit = TimeSpan.Unit.values()[random.nextInt(TimeSpan.Unit.values().length)];
    var amount =
        switch (unit) {
          case MINUTES -> 1 + random.nextInt(5000);
          case HOURS, WORKING_HOURS -> 1 + random.nextInt(60);
          case DAYS, WORKING_DAYS -> 1 + random.nextInt(15);
          case WEEKS -> 1 + random.nextInt(8);
        };
    return new Policy(
        "propose_solution",
        Start.OPENED,
        null,
        new TimeSpan(amount, unit),
        NAMES.get(random.nextInt(NAMES.size())),
        pauses,
        "propose_solution",
        "a rule",
        null);
  }

  private static Policy policy(Policy like, boolean pauses) {
    return with(like, like.span(), pauses);
  }

  private Policy longer(Policy like) {
    var span = like.span();
    return with(
        like, new TimeSpan(span.amount() + 1 + random.nextInt(3), span.unit()), like.pauses());
  }

  private static Policy with(Policy like, TimeSpan span, boolean pauses) {
    return new Policy(
        like.obligation(),
        like.start(),
        null,
        span,
        like.calendar(),
        pauses,
        like.endsWith(),
        like.rule(),
        null);
  }

  /** Any minute of the years that the calendars know. */
  private Instant opened() {
    return Instant.parse("2024-01-01T00:00:00Z")
        .plus(Duration.ofMinutes(random.nextInt(60 * 24 * 900)));
  }

  /** One to five times of waiting, minutes or days long. */
  private Pauses waiting(Instant opened) {
    var pauses = new ArrayList<Pause>();
    var at = opened;
    for (int i = random.nextInt(5); i >= 0; i--) {
      var from = at.plus(Duration.ofMinutes(random.nextInt(3000)));
      at = from.plus(Duration.ofMinutes(1 + random.nextInt(random.nextBoolean() ? 90 : 9000)));
      pauses.add(new Pause(from, at));
    }
    return new Pauses(pauses, null);
  }

  private Pauses without(Pauses waiting) {
    var fewer = new ArrayList<>(waiting.over());
    fewer.remove(random.nextInt(fewer.size()));
    return new Pauses(fewer, null);
  }

  private static Instant due(Policy policy, Instant opened, Pauses waiting) {
    return reckoning(policy).due(moments(opened, waiting)).map(Due::due).orElseThrow();
  }

  private static Reckoning reckoning(Policy policy) {
    return Reckoning.of(policy, 1, null, CALENDARS);
  }

  private static Moments moments(Instant opened, Pauses waiting) {
    return new Moments(opened, List.of(opened), Map.of(), waiting);
  }

  private static History.Entry status(Instant at, String before, String after) {
    return new History.Entry(1, at, "agent", "status", before, after, null);
  }

  private static History.Entry entry(Instant at, String event, String value) {
    return new History.Entry(1, at, "agent", event, null, value, null);
  }
}
