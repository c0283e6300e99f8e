package org.redress.deadline.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.redress.deadline.ClockWriter;
import org.redress.deadline.ClockWriter.Move;
import org.redress.deadline.Deadline;
import org.redress.deadline.Deadlines;
import org.redress.deadline.TicketMoments;
import org.redress.storage.Ids;
import org.redress.ticket.Changes.By;
import org.redress.ticket.History;
import org.redress.ticket.Ticket;
import org.redress.ticket.TicketChanged;
import org.redress.ticket.TicketStatus;
import org.redress.ticket.care.CareStep;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the clocks of tickets right as things happen to them. */
@Component
public class Clocks {

  /** The one obligation that is no care step: telling the customer that the complaint arrived. */
  public static final String ACKNOWLEDGE = "acknowledge";

  private final Deadlines deadlines;
  private final ClockWriter writer;
  private final TicketMoments moments;
  private final Repolicing repolicing;
  private final Ids ids;

  Clocks(
      Deadlines deadlines,
      ClockWriter writer,
      TicketMoments moments,
      Repolicing repolicing,
      Ids ids) {
    this.deadlines = deadlines;
    this.writer = writer;
    this.moments = moments;
    this.repolicing = repolicing;
    this.ids = ids;
  }

  @EventListener
  void follow(TicketChanged event) {
    var ticket = event.ticket();
    switch (event.kind()) {
      case STEP_DONE -> recount(ticket, event, List.of(event.step()), "step");
      case WAITS, GOES_ON -> recount(ticket, event, List.of(), "waiting");
      case ABSORBED -> recount(ticket, event, List.of(), "merged");
      case REOPENED -> oweAgain(ticket, event.at());
      case MOVED -> repolicing.moved(ticket, event.at());
      case CORRECTED -> repolicing.decidedAnew(ticket, event.at(), "correction");
      case MERGED -> drop(ticket, event.at(), "merged");
      case WITHDRAWN -> drop(ticket, event.at(), "withdrawn");
      case UNMERGED -> revive(ticket, event.at());
      case RELEASED -> recount(ticket, event, List.of(), "unmerged");
    }
  }

  /** Counts again by what has happened; {@code done} are obligations that are met now. */
  private void recount(Ticket ticket, TicketChanged event, List<String> done, String cause) {
    var recount = repolicing.recount(moments.of(ticket));
    var by = By.person(History.REDRESS, event.at(), cause);
    var moves = new ArrayList<Move>();
    for (var deadline : deadlines.of(ticket.id())) {
      if (deadline.isOwed()) {
        var ends =
            done.contains(deadline.policy().endsWith())
                && (deadline.policy().isLegal() || deadline.round() == ticket.round());
        var now = ends ? recount.of(deadline).met(event.at()) : recount.of(deadline);
        moves.add(
            new Move(deadline, outlives(now, ticket) ? now : now.ended(event.at()), recount, by));
      }
    }
    writer.move(moves);
  }

  /** A closed ticket owes nothing any more but what somebody promised, or what is fulfilled. */
  private static boolean outlives(Deadline deadline, Ticket ticket) {
    return ticket.status() != TicketStatus.CLOSED
        || deadline.metAt() != null
        || deadline.policy().isPledge();
  }

  /** A reopened ticket owes the solution and what follows it once more, by the same policy. */
  private void oweAgain(Ticket ticket, Instant at) {
    var recount = repolicing.recount(moments.of(ticket));
    var by = By.person(History.REDRESS, at, "reopened");
    var last =
        deadlines.of(ticket.id()).stream()
            .filter(d -> d.round() == ticket.round() - 1 && isOwedEachRound(d))
            .toList();
    writer.move(
        last.stream()
            .filter(Deadline::isOwed)
            .map(d -> new Move(d, d.ended(at), recount, by))
            .toList());
    writer.insert(
        last.stream()
            .map(d -> recount.of(again(d, ticket.round())))
            .map(d -> writer.planned(d, recount, Set.of()))
            .toList());
  }

  private static boolean isOwedEachRound(Deadline deadline) {
    return CareStep.of(deadline.obligation()).filter(CareStep::isOwedEachRound).isPresent();
  }

  private Deadline again(Deadline d, int round) {
    return new Deadline(
        ids.next(),
        d.ticketId(),
        round,
        d.policy(),
        d.ladder(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private void drop(Ticket ticket, Instant at, String cause) {
    var recount = repolicing.recount(moments.of(ticket));
    var by = By.person(History.REDRESS, at, cause);
    writer.move(
        deadlines.of(ticket.id()).stream()
            .filter(Deadline::isOwed)
            .map(deadline -> new Move(deadline, deadline.ended(at), recount, by))
            .toList());
  }

  /** What the merging dropped is owed again, reckoned from what happened. */
  private void revive(Ticket ticket, Instant at) {
    var merged = moments.merged(ticket).orElse(at);
    var recount = repolicing.recount(moments.of(ticket));
    var by = By.person(History.REDRESS, at, "unmerged");
    writer.move(
        deadlines.of(ticket.id()).stream()
            .filter(deadline -> merged.equals(deadline.endedAt()))
            .map(deadline -> new Move(deadline, recount.of(deadline.owedAgain()), recount, by))
            .toList());
  }

  /** Customers were told that their complaints arrived. */
  public void acknowledged(List<Long> ticketIds, Instant at) {
    if (!ticketIds.isEmpty()) {
      writer.lock(ticketIds);
      deadlines.meet(ticketIds, ACKNOWLEDGE, at);
      writer.nearest(ticketIds);
    }
  }
}
