package org.redress.desk.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.redress.access.Staff;
import org.redress.decision.backtest.BackTest;
import org.redress.decision.backtest.BackTests;
import org.redress.decision.backtest.Outcome.Different;
import org.redress.decision.backtest.ShadowResults;
import org.redress.decision.rule.Question;
import org.redress.decision.version.Draft;
import org.redress.ticket.Ticket;
import org.redress.ticket.Tickets;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a draft would have done on past complaints, and does in the shadow of live ones. */
@Component
class Trial {

  private static final int MOST_OF_SHADOW = 25;

  private final BackTests tests;
  private final ShadowResults shadow;
  private final Tickets tickets;
  private final Staff staff;

  Trial(BackTests tests, ShadowResults shadow, Tickets tickets, Staff staff) {
    this.tests = tests;
    this.shadow = shadow;
    this.tickets = tickets;
    this.staff = staff;
  }

  /** The last run of what the draft says now. */
  Optional<BackTest> latest(Draft draft) {
    return tests.latest(draft.version());
  }

  /** Puts runs and results into the model. */
  void show(
      Draft draft,
      Optional<BackTest> run,
      List<Question> questions,
      OutcomeView.Filter filter,
      Model model) {
    var seen = shadow.of(draft.id(), draft.version());
    var view = run.map(BackTest::outcome).map(outcome -> new OutcomeView(outcome, questions));
    var different = view.map(v -> v.different(filter)).orElse(List.of());
    var shown = different.stream().limit(filter.shown()).toList();
    model.addAttribute("run", run.orElse(null));
    model.addAttribute("view", view.orElse(null));
    model.addAttribute("narrow", filter);
    model.addAttribute("different", shown);
    model.addAttribute("found", different.size());
    model.addAttribute("seen", seen);
    model.addAttribute("seenDifferent", seen.different().stream().limit(MOST_OF_SHADOW).toList());
    model.addAttribute(
        "tickets", tickets(Stream.concat(shown.stream(), seen.different().stream())));
    model.addAttribute("teams", staff.teams().keySet());
  }

  private Map<String, Ticket> tickets(Stream<Different> different) {
    var ids = different.map(one -> Long.valueOf(one.id())).distinct().toList();
    var byId = new java.util.HashMap<String, Ticket>();
    tickets.get(ids).forEach((id, ticket) -> byId.put(String.valueOf(id), ticket));
    return byId;
  }
}
