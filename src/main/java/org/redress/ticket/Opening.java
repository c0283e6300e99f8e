package org.redress.ticket;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.decision.Decision;
import org.redress.decision.DecisionRecords;
import org.redress.decision.DecisionRecords.Made;
import org.redress.ticket.TicketsOpened.Opened;
import org.redress.ticket.assignment.Assignment;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What goes with the opening of tickets: owners, the decision on record, the first history. */
@Component
class Opening {

  private final Assignment assignment;
  private final History history;
  private final ApplicationEventPublisher events;
  private final DecisionRecords decisions;

  Opening(
      Assignment assignment,
      History history,
      ApplicationEventPublisher events,
      DecisionRecords decisions) {
    this.assignment = assignment;
    this.history = history;
    this.events = events;
    this.decisions = decisions;
  }

  Assignment.Round owners() {
    return assignment.round();
  }

  void record(List<Opened> opened) {
    decisions.keep(
        opened.stream()
            .map(o -> new Made(o.ticket().id(), o.complaint().id(), o.decision()))
            .toList(),
        opened.get(0).ticket().createdAt());
    var entries = new ArrayList<History.Entry>();
    opened.forEach(o -> entries.addAll(firstEntries(o)));
    history.add(entries);
    events.publishEvent(new TicketsOpened(List.copyOf(opened)));
  }

  private static List<History.Entry> firstEntries(Opened opened) {
    var ticket = opened.ticket();
    var entries = new ArrayList<History.Entry>();
    entries.add(entry(ticket, "opened", ticket.channel(), null));
    entries.add(entry(ticket, "team", ticket.team(), rule(opened.decision(), "team")));
    if (ticket.owner() != null) {
      entries.add(entry(ticket, "owner", ticket.owner(), null));
    }
    if (opened.decision().needsPerson()) {
      var clashing =
          opened.decision().answers().stream()
              .filter(answer -> answer.clash())
              .map(answer -> answer.question())
              .toList();
      entries.add(entry(ticket, "needs_person", String.join(", ", clashing), null));
    }
    return entries;
  }

  private static History.Entry entry(
      Ticket ticket, String event, String value, @Nullable String rule) {
    return new History.Entry(
        ticket.id(), ticket.createdAt(), History.REDRESS, event, null, value, rule);
  }

  private static @Nullable String rule(Decision decision, String question) {
    var chosen = decision.answer(question).chosen();
    return chosen.isEmpty() ? null : chosen.get(0).rule();
  }
}
