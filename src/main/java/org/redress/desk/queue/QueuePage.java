package org.redress.desk.queue;

import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.access.Staff;
import org.redress.desk.Words;
import org.redress.desk.queue.QueueFilter.Scope;
import org.redress.ticket.Tickets;
import org.redress.ticket.search.TicketPage;
import org.redress.ticket.search.TicketSearch;
import org.redress.ticket.search.TicketSearch.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The lists of tickets. Their filters stand in the address, so that a view can be passed on. */
@Controller
class QueuePage {

  private static final int PAGE_SIZE = 50;

  private final TicketSearch search;
  private final Tickets tickets;
  private final Staff staff;
  private final Words words;
  private final Clock clock;

  QueuePage(TicketSearch search, Tickets tickets, Staff staff, Words words, Clock clock) {
    this.search = search;
    this.tickets = tickets;
    this.staff = staff;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping("/")
  String home(Person me) {
    if (me.seesTickets()) {
      return "redirect:/queue/mine";
    }
    return me.handlesFailures() ? "redirect:/failures" : "redirect:/account";
  }

  /** The side bar with its counts anew, for the screen at {@code at}. */
  @GetMapping("/queues")
  String counts(@RequestParam String at, Model model) {
    model.addAttribute("current", at);
    return "layout :: queues";
  }

  /** A list; only its changing part when a script asks for it. */
  @GetMapping({"/queue/{scope}", "/queue/{scope}/{team}"})
  String list(
      @PathVariable String scope,
      @PathVariable(required = false) @Nullable String team,
      @RequestParam(defaultValue = "") String status,
      @RequestParam(defaultValue = "") String priority,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String after,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
      Person me,
      Model model) {
    var asked = Scope.of(scope).orElseThrow(QueuePage::noSuchQueue);
    var filter = new QueueFilter(asked, teamOf(asked, team, me), status, priority, q, after);
    var number = filter.q().toUpperCase(Locale.ROOT);
    if (tickets.find(number).filter(t -> me.maySee(t.team(), t.owner())).isPresent()) {
      return "redirect:/tickets/" + number;
    }
    model.addAttribute("filter", filter);
    model.addAttribute("title", title(filter));
    model.addAttribute("page", page(filter, me));
    model.addAttribute("statuses", QueueFilter.STATUSES);
    model.addAttribute("priorities", QueueFilter.PRIORITIES);
    model.addAttribute("now", clock.instant());
    return part == null ? "queue" : "queue :: #queue";
  }

  private String title(QueueFilter filter) {
    return filter.scope() == Scope.TEAM
        ? words.team(filter.team())
        : words.named("queue.title", filter.scope().key());
  }

  private TicketPage page(QueueFilter filter, Person me) {
    var cursor = filter.after().isEmpty() ? null : filter.after();
    try {
      return search.page(filter.forPerson(me), Sort.DEADLINE, cursor, PAGE_SIZE);
    } catch (IllegalArgumentException notOurCursor) {
      throw noSuchQueue();
    }
  }

  private String teamOf(Scope scope, @Nullable String team, Person me) {
    if (scope != Scope.TEAM && team == null) {
      return "";
    }
    var known = scope == Scope.TEAM && team != null && staff.teams().containsKey(team);
    if (!known || !me.maySee(team, null)) {
      throw noSuchQueue();
    }
    return team;
  }

  private static ResponseStatusException noSuchQueue() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
