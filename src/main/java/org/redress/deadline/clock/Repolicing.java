package org.redress.deadline.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.calendar.site.WorkingTimes;
import org.redress.deadline.ClockWriter;
import org.redress.deadline.ClockWriter.Move;
import org.redress.deadline.Deadline;
import org.redress.deadline.Deadlines;
import org.redress.deadline.Ladders;
import org.redress.deadline.Recount;
import org.redress.deadline.TicketMoments;
import org.redress.deadline.reckoning.Moments;
import org.redress.deadline.reckoning.Policy;
import org.redress.deadline.reckoning.Policy.Start;
import org.redress.decision.Decision;
import org.redress.storage.Ids;
import org.redress.ticket.AskingAgain;
import org.redress.ticket.Changes.By;
import org.redress.ticket.History;
import org.redress.ticket.Ticket;
import org.springframework.stereotype.Component;

/** Puts the clocks of open tickets under changed policies; nobody is late at once by that. */
@Component
class Repolicing {

  private final Deadlines deadlines;
  private final ClockWriter writer;
  private final Policies policies;
  private final Sources sources;
  private final Ids ids;

  Repolicing(Deadlines deadlines, ClockWriter writer, Policies policies, Sources sources, Ids ids) {
    this.deadlines = deadlines;
    this.writer = writer;
    this.policies = policies;
    this.sources = sources;
    this.ids = ids;
  }

  /** What clocks are reckoned from. */
  @Component
  record Sources(WorkingTimes workingTimes, TicketMoments moments, AskingAgain askingAgain) {}

  /** Reckons in the calendars as they are now. */
  Recount recount(Moments moments) {
    return new Recount(sources.workingTimes().calendars(), moments);
  }

  /** The clocks of another team's working time; what the law sets keeps its own. */
  void moved(Ticket ticket, Instant now) {
    var recount = recount(sources.moments().of(ticket));
    var by = By.person(History.REDRESS, now, "team");
    var calendar = policies.calendarOf(ticket.team());
    writer.move(
        deadlines.of(ticket.id()).stream()
            .filter(deadline -> deadline.isOwed() && !deadline.policy().isLegal())
            .map(
                d ->
                    new Move(
                        d, recount.under(d.policy().in(calendar), d.ladder(), d, now), recount, by))
            .toList());
  }

  /** Asks the rules again what a ticket owes, given its answers as they are now. */
  void decidedAnew(Ticket ticket, Instant now, String cause) {
    decidedAnew(List.of(ticket), now, cause);
  }

  /** The same for many tickets, all locked, in a fixed number of round trips but for changes. */
  void decidedAnew(List<Ticket> tickets, Instant now, String cause) {
    var momentsOf = sources.moments().of(tickets);
    var decisions = sources.askingAgain().about(tickets);
    var owed =
        deadlines.of(tickets.stream().map(Ticket::id).toList()).stream()
            .collect(Collectors.groupingBy(Deadline::ticketId));
    var moves = new ArrayList<Move>();
    for (var ticket : tickets) {
      var decision = decisions.get(ticket.id());
      if (decision != null) {
        var recount = recount(momentsOf.get(ticket.id()));
        var by = By.person(History.REDRESS, now, cause);
        moves.addAll(
            moves(ticket, owed.getOrDefault(ticket.id(), List.of()), decision, recount, by));
      }
    }
    writer.move(moves);
  }

  private List<Move> moves(
      Ticket ticket, List<Deadline> present, Decision decision, Recount recount, By by) {
    Map<String, Policy> wanted =
        policies.of(decision, ticket.team(), recount.moments().received()).stream()
            .collect(Collectors.toMap(Policy::obligation, Function.identity(), (a, b) -> a));
    var ladder = decision.the(Ladders.QUESTION);
    var moves = new ArrayList<Move>();
    var known = new HashMap<String, Integer>();
    for (var deadline : present) {
      known.merge(deadline.obligation(), deadline.round(), Math::max);
      var isRuled = deadline.policy().start() != Start.PROMISED;
      if (deadline.isOwed() && isRuled) {
        var policy = wanted.get(deadline.obligation());
        moves.add(
            new Move(
                deadline,
                policy == null
                    ? deadline.ended(by.at())
                    : recount.under(policy, ladder, deadline, by.at()),
                recount,
                by));
      }
    }
    wanted.keySet().removeAll(known.keySet());
    if (!wanted.isEmpty()) {
      begin(ticket, wanted, ladder, recount, by.at());
    }
    return moves;
  }

  /** Obligations that the ticket did not have before. */
  private void begin(
      Ticket ticket, Map<String, Policy> added, String ladder, Recount recount, Instant now) {
    writer.insert(
        added.values().stream()
            .map(policy -> blank(ticket, policy, ladder))
            .map(blank -> recount.under(blank.policy(), ladder, blank, now))
            .map(deadline -> writer.planned(deadline, recount, Set.of()))
            .toList());
  }

  private Deadline blank(Ticket ticket, Policy policy, String ladder) {
    return new Deadline(
        ids.next(), ticket.id(), 1, policy, ladder, null, null, null, null, null, null);
  }
}
