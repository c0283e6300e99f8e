package org.redress.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.calendar.Calendars;
import org.redress.calendar.TimeSpan;
import org.redress.deadline.reckoning.Reckoning;
import org.redress.decision.obligation.Ladder.Moment;
import org.redress.demo.Life.Done;
import org.redress.demo.cast.Phrases;
import org.redress.ticket.History;
import org.redress.ticket.TicketStatus;
import org.redress.ticket.care.CareStep;

/** How a ticket goes through the care steps: mostly in time, sometimes late, now and then twice. */
final class Course {

  private static final List<CareStep> UNDERSTANDING =
      List.of(CareStep.LISTEN, CareStep.EMPATHISE, CareStep.FIND_CAUSE, CareStep.CLARIFY_DEMAND);
  private static final List<String> CAUSES =
      List.of(
          "core_service_failure",
          "poor_response_to_failure",
          "staff_conduct",
          "inconvenience",
          "price");
  private static final List<String> LATE = List.of("1wh", "3wh", "1wd", "2wd", "4wd");
  private static final Duration FORGETFUL = Duration.ofDays(75);
  private static final int MOST_ROUNDS = 3;

  private final Calendars calendars;
  private final Map<String, Phrases> phrases;

  Course(Calendars calendars, Map<String, Phrases> phrases) {
    this.calendars = calendars;
    this.phrases = phrases;
  }

  /** Lives through everything until now, or until somebody forgets it. */
  void run(Life life) {
    for (var step : UNDERSTANDING) {
      if (!take(life, step, TicketStatus.OPEN)) {
        return;
      }
    }
    wait(life);
    while (take(life, CareStep.PROPOSE_SOLUTION, TicketStatus.OPEN)
        && take(life, CareStep.GIVE_RESULT, TicketStatus.SOLVED)) {
      if (!call(life)) {
        return;
      }
    }
  }

  private boolean take(Life life, CareStep step, TicketStatus after) {
    var at = next(life, step);
    if (at == null) {
      return false;
    }
    life.at = at;
    record(life, step, at);
    life.becomes(after, at, Life.OWNER);
    life.spokeLast = step == CareStep.LISTEN;
    return true;
  }

  /** When the step is finished; none when that is still to come. */
  private @Nullable Instant next(Life life, CareStep step) {
    if (life.status == TicketStatus.WAITING || isForgotten(life)) {
      return null;
    }
    var earliest =
        life.at.plusSeconds(life.chance.nextLong(60, step == CareStep.EMPATHISE ? 200 : 2400));
    var policy = life.policy(step);
    var at = earliest;
    if (policy != null && step != CareStep.EMPATHISE) {
      var reckoning = Reckoning.of(policy, life.round, null, calendars);
      var moments = life.moments();
      var start = reckoning.start(moments);
      var due = reckoning.due(start.orElse(life.at), moments);
      if (due.isPresent()) {
        at = reckoning.at(pace(life), start.orElse(life.at), due.get().due(), moments).orElse(at);
      }
    }
    at = at.isBefore(earliest) ? earliest : at;
    return at.isAfter(life.now) ? null : at;
  }

  /** Some are never looked at again; those of long ago were found in the end. */
  private static boolean isForgotten(Life life) {
    return life.arrival.at().isAfter(life.now.minus(FORGETFUL)) && life.chance.nextInt(400) == 0;
  }

  private static Moment pace(Life life) {
    var late = life.arrival.inSurge() ? 14 : life.team.equals("logistics") ? 6 : 3;
    if (life.chance.nextInt(100) < late) {
      return new Moment(100, TimeSpan.parse(Phrases.any(LATE, life.chance)));
    }
    return new Moment((life.chance.nextInt(8, 90) + life.chance.nextInt(8, 90)) / 2, null);
  }

  private void record(Life life, CareStep step, Instant at) {
    var words = phrases.get(life.who.language);
    var fields = new LinkedHashMap<String, String>();
    String note = null;
    switch (step) {
      case FIND_CAUSE -> {
        fields.put("cause", cause(life, at));
        note = Phrases.any(words.causes(), life.chance);
      }
      case CLARIFY_DEMAND -> fields.put("demand", demand(life, at));
      case PROPOSE_SOLUTION -> {
        fields.put("told_by", life.who.email == null ? "phone" : "mail");
        note = Phrases.any(words.solutions(), life.chance);
      }
      case GIVE_RESULT -> {
        fields.put("told_by", "phone");
        note = Phrases.any(words.results(), life.chance);
      }
      default -> {}
    }
    life.done.add(new Done(step, life.round, at, Life.OWNER, note, fields));
    life.happened(at, Life.OWNER, "care_step", null, step.key());
  }

  /** People see a cause that the rules did not, or another one. */
  private static String cause(Life life, Instant at) {
    var read = life.verdict.cause();
    if (read.equals("unknown") || life.chance.nextInt(100) < 9) {
      var found = Phrases.any(CAUSES, life.chance);
      if (!found.equals(read)) {
        life.happened(at, Life.OWNER, "cause", read, found);
        life.verdict = life.verdict.with("cause", List.of(found));
      }
    }
    return life.verdict.cause();
  }

  private static String demand(Life life, Instant at) {
    var read = life.verdict.demands();
    if (read.isEmpty() || life.chance.nextInt(100) < 4) {
      var found = life.chance.nextBoolean() ? "explanation" : "apology";
      if (!read.equals(List.of(found))) {
        life.happened(at, Life.OWNER, "demand", String.join(",", read), found);
        life.verdict = life.verdict.with("demand", List.of(found));
      }
    }
    return String.join(",", life.verdict.demands());
  }

  /** One in five must be asked something before it goes on. */
  private void wait(Life life) {
    if (life.chance.nextInt(5) > 0) {
      return;
    }
    var words = phrases.get(life.who.language);
    var asked = life.at.plusSeconds(life.chance.nextLong(600, 5000));
    var answered = asked.plusSeconds(life.chance.nextLong(7_200, 500_000));
    if (asked.isAfter(life.now)) {
      return;
    }
    life.because(
        asked,
        Life.OWNER,
        "status",
        life.status.key(),
        TicketStatus.WAITING.key(),
        Phrases.any(words.asked(), life.chance));
    life.status = TicketStatus.WAITING;
    if (!answered.isAfter(life.now)) {
      life.becomes(TicketStatus.OPEN, answered, History.REDRESS);
      life.at = answered;
    }
  }

  /** The call afterwards. Returns whether the customer is not content and it all begins again. */
  private boolean call(Life life) {
    var at = next(life, CareStep.FOLLOW_UP);
    if (at == null) {
      return false;
    }
    life.at = at;
    var outcome = outcome(life);
    var words = phrases.get(life.who.language);
    var content = outcome.equals("satisfied");
    var note =
        content || outcome.equals("not_satisfied")
            ? Phrases.any(content ? words.content() : words.discontent(), life.chance)
            : null;
    life.done.add(
        new Done(CareStep.FOLLOW_UP, life.round, at, Life.OWNER, note, Map.of("outcome", outcome)));
    life.happened(at, Life.OWNER, "care_step", null, CareStep.FOLLOW_UP.key());
    if (outcome.equals("not_satisfied")) {
      again(life, at.plusSeconds(1), note);
      return true;
    }
    life.who.satisfaction = content ? Integer.valueOf(4) : life.who.satisfaction;
    close(life, words);
    return false;
  }

  private static void again(Life life, Instant at, @Nullable String why) {
    var before = String.valueOf(life.round++);
    life.who.satisfaction = 2;
    life.because(at, Life.OWNER, "status", "solved", "open", why);
    life.happened(at, Life.OWNER, "round", before, String.valueOf(life.round));
    life.status = TicketStatus.OPEN;
    life.at = at;
  }

  private static String outcome(Life life) {
    var unhappy = 9 + (life.arrival.inSurge() ? 6 : 0);
    var draw = life.chance.nextInt(100);
    if (draw < unhappy && life.round < MOST_ROUNDS) {
      return "not_satisfied";
    }
    return draw < 90 ? "satisfied" : draw < 97 ? "not_reached" : "waived";
  }

  private void close(Life life, Phrases words) {
    if (life.policy(CareStep.REVIEW) == null) {
      life.becomes(TicketStatus.CLOSED, life.at, Life.OWNER);
      return;
    }
    var at = next(life, CareStep.REVIEW);
    if (at != null) {
      life.at = at;
      life.done.add(
          new Done(
              CareStep.REVIEW,
              life.round,
              at,
              Life.OWNER,
              Phrases.any(words.causes(), life.chance),
              Map.of(
                  "cause", life.verdict.cause(),
                  "lesson", Phrases.any(words.lessons(), life.chance))));
      life.happened(at, Life.OWNER, "care_step", null, CareStep.REVIEW.key());
      life.becomes(TicketStatus.CLOSED, at, Life.OWNER);
    }
  }
}
