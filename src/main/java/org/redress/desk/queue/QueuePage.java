package org.redress.desk.queue;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.access.SiteSettings;
import org.redress.access.Staff;
import org.redress.desk.Words;
import org.redress.desk.queue.QueueFilter.Scope;
import org.redress.ticket.search.TicketPage;
import org.redress.ticket.search.TicketSearch;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The lists of tickets. Their filters stand in the address, so that a view can be passed on. */
@Controller
class QueuePage {

  private static final int PAGE_SIZE = 50;
  private static final int MOST_CHANGED = 300;

  private final TicketSearch search;
  private final Staff staff;
  private final SiteSettings site;
  private final Words words;
  private final RowClocks clocks;

  QueuePage(TicketSearch search, Staff staff, SiteSettings site, Words words, RowClocks clocks) {
    this.search = search;
    this.staff = staff;
    this.site = site;
    this.words = words;
    this.clocks = clocks;
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

  /**
   * A list; only its changing part when a script asks for it; only those of the {@code changed}
   * tickets that belong to it when a script asks for these.
   */
  @GetMapping({"/queue/{scope}", "/queue/{scope}/{team}"})
  String list(
      @PathVariable String scope,
      @PathVariable(required = false) @Nullable String team,
      @RequestParam MultiValueMap<String, String> asked,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
      Person me,
      HttpSession session,
      Model model) {
    var wanted = Scope.of(scope).orElseThrow(QueuePage::noSuchQueue);
    var filter = new QueueFilter(wanted, teamOf(wanted, team, me), asked);
    var number = filter.q().toUpperCase(Locale.ROOT);
    if (number.matches("RD-\\d+") && isVisible(number, me)) {
      return "redirect:/tickets/" + number;
    }
    var changed = filter.values("changed");
    model.addAttribute("filter", filter);
    model.addAttribute("title", title(filter));
    model.addAttribute("page", changed.isEmpty() ? page(filter, me) : rows(filter, changed, me));
    model.addAttribute("clocks", clocks);
    if (!changed.isEmpty()) {
      return "queue :: rows";
    }
    session.setAttribute(OneLine.LAST_LIST, filter);
    return part == null ? "queue" : "queue :: #queue";
  }

  private boolean isVisible(String number, Person me) {
    return search
        .find(number)
        .filter(row -> me.maySee(row.ticket().team(), row.ticket().owner()))
        .isPresent();
  }

  private String title(QueueFilter filter) {
    return filter.scope() == Scope.TEAM
        ? words.team(filter.team())
        : words.named("queue.title", filter.scope().key());
  }

  private TicketPage page(QueueFilter filter, Person me) {
    var cursor = filter.after().isEmpty() ? null : filter.after();
    try {
      return search.page(filter.forPerson(me, site.timeZone()), filter.sort(), cursor, PAGE_SIZE);
    } catch (IllegalArgumentException notOurCursor) {
      throw noSuchQueue();
    }
  }

  private TicketPage rows(QueueFilter filter, List<String> changed, Person me) {
    var numbers = List.of(String.join(",", changed).split(",")).stream().limit(MOST_CHANGED);
    return new TicketPage(
        search.among(numbers.toList(), filter.forPerson(me, site.timeZone())), null, false, true);
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
