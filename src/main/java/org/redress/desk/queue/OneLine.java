package org.redress.desk.queue;

import org.redress.access.Person;
import org.redress.access.SiteSettings;
import org.redress.desk.queue.QueueFilter.Scope;
import org.redress.ticket.search.TicketSearch;
import org.redress.ticket.search.TicketSearch.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What one line of a list leads to: all its clocks, and the ticket to go on with. */
@Controller
class OneLine {

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

  /** The person's ticket with the nearest deadline but this one; the own queue when all is done. */
  @GetMapping("/queue/next")
  String next(@RequestParam(defaultValue = "") String after, Person me, RedirectAttributes told) {
    var mine = new QueueFilter(Scope.MINE, "", new LinkedMultiValueMap<>());
    var next =
        search.page(mine.forPerson(me, site.timeZone()), Sort.DEADLINE, null, 2).rows().stream()
            .map(row -> row.ticket().number())
            .filter(number -> !number.equals(after))
            .findFirst();
    if (next.isEmpty()) {
      told.addFlashAttribute("done", "queue.empty.mine");
    }
    return next.map(number -> "redirect:/tickets/" + number).orElse("redirect:/queue/mine");
  }
}
