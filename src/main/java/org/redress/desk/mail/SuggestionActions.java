package org.redress.desk.mail;

import java.util.List;
import org.redress.access.Person;
import org.redress.desk.VisibleTickets;
import org.redress.ticket.duplicate.Suggestions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Somebody says that two tickets are not about one matter. */
@Controller
class SuggestionActions {

  private final VisibleTickets tickets;
  private final Suggestions suggestions;

  SuggestionActions(VisibleTickets tickets, Suggestions suggestions) {
    this.tickets = tickets;
    this.suggestions = suggestions;
  }

  @PostMapping("/tickets/{number}/not-the-same")
  String dismiss(
      @PathVariable String number,
      @RequestParam String other,
      Person me,
      RedirectAttributes after) {
    for (var named : List.of(number, other)) {
      tickets.visible(named, me);
    }
    suggestions.dismiss(number, other, me.name());
    after.addFlashAttribute("done", "suggestion.dismissed");
    return "redirect:/tickets/" + number;
  }
}
