package org.redress.ticket.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.redress.access.Staff;
import org.redress.decision.Case;
import org.redress.ticket.TicketsOpened.Opened;
import org.redress.ticket.fulltext.Telling;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Opens a problem when many customers tell of the same fault, and adds whoever tells of it next.
 */
@Component
class SameFault {

  private static final int MOST_WORDS = 12;

  private final OpenFaults faults;
  private final Recent recent;
  private final ProblemSettings settings;
  private final Staff staff;
  private final ApplicationEventPublisher events;

  SameFault(
      OpenFaults faults,
      Recent recent,
      ProblemSettings settings,
      Staff staff,
      ApplicationEventPublisher events) {
    this.faults = faults;
    this.recent = recent;
    this.settings = settings;
    this.staff = staff;
    this.events = events;
  }

  private record Told(Opened opened, Telling said) {}

  /** Opens faults that it is time for, and adds tickets to the open ones they tell of. */
  void look(List<Opened> opened) {
    var surging =
        opened.stream().anyMatch(each -> FaultWatch.customers(each) >= settings.customers());
    if (!surging && !faults.any()) {
      return;
    }
    var told = opened.stream().map(each -> new Told(each, recent.telling(text(each)))).toList();
    for (var each : told) {
      if (FaultWatch.customers(each.opened()) >= settings.customers()
          && faults.of(each.said()).isEmpty()) {
        open(each.opened(), each.said());
      }
    }
    var joining = new HashMap<Long, List<Long>>();
    for (var each : told) {
      faults
          .of(each.said())
          .ifPresent(
              id ->
                  joining
                      .computeIfAbsent(id, any -> new ArrayList<>())
                      .add(each.opened().ticket().id()));
    }
    joining.forEach(faults::join);
  }

  private static String text(Opened opened) {
    return Case.wholeText(opened.complaint().subject(), opened.complaint().text());
  }

  private void open(Opened last, Telling said) {
    var alike = recent.alike(said);
    var words = shared(said, alike);
    if (words.words().isEmpty() || !faults.isUnusual(words, alike.size())) {
      return;
    }
    var tickets = new ArrayList<>(faults.ticketsOf(alike));
    tickets.remove(last.ticket().id());
    tickets.add(last.ticket().id());
    var open = faults.openFor(words);
    if (open.isPresent()) {
      faults.join(open.get(), tickets);
      return;
    }
    var ladder = staff.ladder(last.ticket().team());
    var owner = ladder.isEmpty() ? null : ladder.get(0).user();
    var problem = faults.open(last.ticket(), owner, words);
    faults.join(problem.id(), tickets);
    events.publishEvent(new Surging(problem, last.ticket(), FaultWatch.customers(last)));
  }

  /** The words that at least half of those who told of it used, the most telling ones. */
  private static Telling shared(Telling said, List<Recent.Entry> alike) {
    return new Telling(
        said.words().entrySet().stream()
            .filter(word -> 2 * using(word.getKey(), alike) >= alike.size())
            .limit(MOST_WORDS)
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    Map.Entry::getValue,
                    (one, other) -> one,
                    LinkedHashMap::new)));
  }

  private static long using(String word, List<Recent.Entry> alike) {
    return alike.stream().filter(entry -> entry.telling().words().containsKey(word)).count();
  }
}
