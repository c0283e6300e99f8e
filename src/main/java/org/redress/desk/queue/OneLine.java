package org.redress.desk.queue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.access.SiteSettings;
import org.redress.desk.queue.QueueFilter.Scope;
import org.redress.ticket.search.TicketSearch;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What one line of a list leads to: all its clocks, and the ticket to go on with. */
@Controller
class OneLine {

  /** The list that a person looked at last, in the session. */
  static final String LAST_LIST = "queue.last";

  private final TicketSearch search;
  private final SiteSettings site;
  private final RowClocks clocks;

  OneLine(TicketSearch search, SiteSettings site, RowClocks clocks) {
    this.search = search;
    this.site = site;
    this.clocks = clocks;
  }

  @GetMapping("/queue/clocks/{number}")
  String clocks(@PathVariable String number, Person me, Model model) {
    var row =
        search
            .find(number)
            .filter(found -> me.maySee(found.ticket().team(), found.ticket().owner()))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("t", row.ticket());
    model.addAttribute("clocks", clocks);
    return "queue-parts :: clocks";
  }

  /**
   * The first ticket but this one of the list the person came from; of the own tickets when nothing
   * else is left there.
   */
  @GetMapping("/queue/next")
  String next(
      @RequestParam(defaultValue = "") String after,
      @SessionAttribute(name = LAST_LIST, required = false) @Nullable QueueFilter last,
      Person me,
      RedirectAttributes told) {
    var mine = new QueueFilter(Scope.MINE, "", new LinkedMultiValueMap<>());
    var next =
        Optional.ofNullable(last)
            .flatMap(list -> first(list, after, me))
            .or(() -> first(mine, after, me));
    if (next.isEmpty()) {
      told.addFlashAttribute("done", "queue.empty.mine");
    }
    return next.map(number -> "redirect:/tickets/" + number).orElse("redirect:/queue/mine");
  }

  private Optional<String> first(QueueFilter list, String after, Person me) {
    return search.page(list.forPerson(me, site.timeZone()), list.sort(), null, 2).rows().stream()
        .map(row -> row.ticket().number())
        .filter(number -> !number.equals(after))
        .findFirst();
  }
}
