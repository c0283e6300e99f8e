package org.redress.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.demo.Life.Done;
import org.redress.demo.cast.Phrases;
import org.redress.storage.Ids;
import org.redress.storage.Instants;
import org.redress.ticket.care.CareStep;

/** What complaints lead to: corrective actions, problems, customers who leave and come back. */
final class Aftermath {

  private static final List<String> WAYS =
      List.of("own", "own", "lured", "attracted", "attracted", "forced", "other");
  private static final List<String> TRIES =
      List.of("personal_call", "personal_call", "offer", "letter", "visit");
  private static final Duration LATELY = Duration.ofDays(45);
  private static final int PROBLEMS = 7;
  private static final int MOST_TICKETS = 60;

  private final Ids ids;
  private final Map<String, Phrases> phrases;
  private final ZoneId zone;
  private final Map<String, Deque<Life>> causes = new HashMap<>();
  private final Map<String, Map<Instant, Integer>> hours = new HashMap<>();

  Aftermath(Ids ids, Map<String, Phrases> phrases, ZoneId zone) {
    this.ids = ids;
    this.phrases = phrases;
    this.zone = zone;
  }

  /** What follows from one ticket. */
  void follow(Life life, Sheets sheets) {
    hours
        .computeIfAbsent(life.complaint.channel(), channel -> new HashMap<>())
        .merge(life.arrival.at().truncatedTo(ChronoUnit.HOURS), 1, Integer::sum);
    for (var done : life.done) {
      if (done.step() == CareStep.REVIEW && life.chance.nextInt(100) < 45) {
        agree(life, done, sheets);
      }
      if (done.step() == CareStep.FIND_CAUSE && done.at().isAfter(life.now.minus(LATELY))) {
        remember(life);
      }
    }
    if (!life.who.left && life.chance.nextInt(1000) < (life.round > 1 ? 160 : 18)) {
      leave(life, sheets);
    }
  }

  private void remember(Life life) {
    var key = life.verdict.category() + "/" + life.verdict.cause();
    var lately = causes.computeIfAbsent(key, k -> new ArrayDeque<>());
    lately.add(life);
    if (lately.size() > MOST_TICKETS) {
      lately.poll();
    }
  }

  private void agree(Life life, Done review, Sheets sheets) {
    var words = phrases.get(life.who.language);
    var agreed = review.at();
    var due = day(agreed).plusDays(life.chance.nextInt(10, 40));
    var done = due.atStartOfDay(zone).toInstant().minusSeconds(life.chance.nextLong(900_000));
    var recent = due.isAfter(day(life.now).minusDays(45));
    var isDone = done.isBefore(life.now) && !(recent && life.chance.nextInt(4) == 0);
    var check = day(done).plusDays(30);
    var checked = isDone && check.isBefore(day(life.now));
    var effective = life.chance.nextInt(5) > 0;
    var checks = words.checks();
    var owner = life.actor(Life.OWNER, agreed);
    sheets.add(
        Sheet.ACTION,
        ids.next(),
        life.id,
        Phrases.any(words.actions(), life.chance),
        owner,
        due,
        owner,
        Instants.bind(agreed),
        isDone ? Instants.bind(done) : null,
        isDone ? check : null,
        checked ? effective : null,
        checked ? checks.get(effective ? life.chance.nextInt(2) : 2) : null,
        checked ? "lead" : null,
        checked ? Instants.bind(check.atTime(15, 0).atZone(zone).toInstant()) : null);
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  private void leave(Life life, Sheets sheets) {
    var left = day(life.at).plusDays(life.chance.nextInt(2, 30));
    if (!left.isBefore(day(life.now))) {
      return;
    }
    life.who.left = true;
    var tried = life.who.value.intValue() > 900 && life.chance.nextInt(10) < 8;
    var triedOn = left.plusDays(life.chance.nextInt(2, 25));
    var settledOn = triedOn.plusDays(life.chance.nextInt(5, 60));
    tried &= !triedOn.isAfter(day(life.now));
    var settled = tried && !settledOn.isAfter(day(life.now));
    var returned = life.chance.nextInt(100) < 38;
    sheets.add(
        Sheet.DEPARTURE,
        ids.next(),
        life.who.id,
        life.id,
        Phrases.any(WAYS, life.chance),
        life.verdict.cause(),
        life.team,
        life.who.value,
        left,
        "manager",
        Instants.bind(left.plusDays(1).atTime(10, 0).atZone(zone).toInstant()),
        tried ? Phrases.any(TRIES, life.chance) : null,
        tried ? "lead" : null,
        tried ? triedOn : null,
        settled ? returned : null,
        settled ? settledOn : null,
        settled ? null : life.who.id);
  }

  /** What is seen only at the end of the year: causes that keep coming back, busy channels. */
  void end(Instant now, Sheets sheets) {
    causes.entrySet().stream()
        .filter(cause -> cause.getValue().size() > 3)
        .sorted((a, b) -> b.getValue().size() - a.getValue().size())
        .limit(PROBLEMS)
        .forEach(cause -> problem(cause.getKey(), cause.getValue(), now, sheets));
    hours.forEach(
        (channel, byHour) -> byHour.forEach((hour, count) -> hour(channel, hour, count, sheets)));
  }

  private void problem(String key, Deque<Life> lives, Instant now, Sheets sheets) {
    var id = ids.next();
    var parts = key.split("/");
    var last = lives.getLast();
    var solved = last.chance.nextInt(3) == 0;
    var words = phrases.get("en");
    sheets.add(
        Sheet.PROBLEM,
        id,
        parts[0],
        parts[1],
        last.chance.nextInt(4) == 0 ? null : "lead",
        Instants.bind(lives.getFirst().at.plusSeconds(3600)),
        solved ? Instants.bind(now.minus(Duration.ofHours(5))) : null,
        solved ? "lead" : null,
        solved ? Phrases.any(words.actions(), last.chance) : null,
        solved ? null : key);
    lives.forEach(life -> sheets.add(Sheet.PROBLEM_TICKET, id, life.id));
  }

  private static void hour(String channel, Instant hour, int count, Sheets sheets) {
    sheets.add(
        Sheet.HOUR,
        channel,
        Instants.bind(hour),
        count,
        count,
        0,
        0,
        0,
        0,
        0,
        count * 400L,
        Instants.bind(hour.plusSeconds(3000)));
  }
}
