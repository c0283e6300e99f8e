package org.redress.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.Complaint;
import org.redress.deadline.Deadlines.Planned;
import org.redress.deadline.StepsTaken.Taken;
import org.redress.deadline.reckoning.Moments;
import org.redress.deadline.reckoning.Policy;
import org.redress.decision.Decision;
import org.redress.demo.cast.Arrivals.Arrival;
import org.redress.demo.cast.People.Someone;
import org.redress.ticket.History;
import org.redress.ticket.Ticket;
import org.redress.ticket.Ticket.Verdict;
import org.redress.ticket.TicketStatus;
import org.redress.ticket.care.CareStep;

/** Everything that happens to one ticket of the demo year, gathered before it is written. */
final class Life {

  /** Stands for whoever owns the ticket at that time. */
  static final String OWNER = "@owner";

  final long id;
  final String number;
  final Complaint complaint;
  final Someone who;
  final Decision decision;
  final Arrival arrival;
  final SplittableRandom chance;
  final Instant now;
  final List<Policy> policies;
  final List<Done> done = new ArrayList<>();
  final List<Planned> deadlines = new ArrayList<>();
  final List<Taken> steps = new ArrayList<>();
  final List<Object[]> messages = new ArrayList<>();
  private final List<History.Entry> history = new ArrayList<>();
  private final TreeMap<Instant, String> owners = new TreeMap<>();
  Instant at;
  TicketStatus status = TicketStatus.NEW;
  Verdict verdict;
  String team;
  int level;
  int round = 1;
  boolean spokeLast = true;
  @Nullable Instant nextDeadline;

  /** What is known when a ticket is opened. */
  record Opened(
      long id, String number, Complaint complaint, Decision decision, List<Policy> policies) {}

  Life(Opened opened, Someone who, Arrival arrival, SplittableRandom chance, Instant now) {
    this.id = opened.id();
    this.number = opened.number();
    this.complaint = opened.complaint();
    this.decision = opened.decision();
    this.policies = opened.policies();
    this.who = who;
    this.arrival = arrival;
    this.chance = chance;
    this.now = now;
    this.at = arrival.at();
    this.verdict = Verdict.of(decision);
    this.team = decision.the("team");
  }

  /** A care step that was finished. */
  record Done(
      CareStep step,
      int round,
      Instant at,
      String by,
      @Nullable String note,
      Map<String, String> fields) {}

  /** Notes something that happened. */
  void happened(
      Instant when, String actor, String event, @Nullable String before, @Nullable String after) {
    because(when, actor, event, before, after, null);
  }

  void because(
      Instant when,
      String actor,
      String event,
      @Nullable String before,
      @Nullable String after,
      @Nullable String reason) {
    history.add(new History.Entry(id, when, actor, event, before, after, null, null, reason));
  }

  void note(History.Entry entry) {
    history.add(entry);
  }

  void becomes(TicketStatus other, Instant when, String actor) {
    if (status != other) {
      happened(when, actor, "status", status.key(), other.key());
      status = other;
    }
  }

  void ownedBy(@Nullable String owner, Instant from) {
    owners.put(from, owner == null ? "" : owner);
  }

  /** Who owned the ticket then; nobody before the first. */
  @Nullable String ownerAt(Instant when) {
    var owner = owners.floorEntry(when);
    return owner == null || owner.getValue().isEmpty() ? null : owner.getValue();
  }

  /** What clocks go by, as far as things have happened. */
  Moments moments() {
    return Moments.of(complaint.receivedAt(), arrival.at(), sorted());
  }

  /** The history in the order of time, with names. */
  List<History.Entry> sorted() {
    history.sort(Comparator.comparing(History.Entry::at));
    return history;
  }

  String actor(String actor, Instant when) {
    var owner = ownerAt(when);
    return !actor.equals(OWNER) ? actor : owner == null ? History.REDRESS : owner;
  }

  /** The policy of what is owed at a step, if something is. */
  @Nullable Policy policy(CareStep step) {
    return policies.stream()
        .filter(policy -> policy.obligation().equals(step.key()))
        .findFirst()
        .orElse(null);
  }

  /** When each step was finished in each round. */
  Map<String, Instant> finished() {
    var finished = new HashMap<String, Instant>();
    done.forEach(each -> finished.put(each.step().key() + each.round(), each.at()));
    return finished;
  }

  Ticket ticket() {
    return new Ticket(
        id,
        number,
        complaint.id(),
        who.id,
        subject(),
        status,
        complaint.channel(),
        complaint.language(),
        verdict,
        team,
        ownerAt(now),
        level,
        round,
        decision.needsPerson(),
        spokeLast,
        status == TicketStatus.CLOSED ? null : nextDeadline,
        arrival.at(),
        sorted().get(history.size() - 1).at());
  }

  private String subject() {
    var subject = complaint.subject();
    return subject == null ? complaint.text().strip().lines().findFirst().orElse("–") : subject;
  }
}
