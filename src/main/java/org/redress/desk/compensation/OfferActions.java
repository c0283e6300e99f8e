package org.redress.desk.compensation;

import java.math.BigDecimal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.compensation.Award;
import org.redress.compensation.Awards;
import org.redress.compensation.Awards.Wish;
import org.redress.compensation.CompensationRefused;
import org.redress.compensation.CompensationRefused.Why;
import org.redress.desk.VisibleTickets;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What agents do with offers on the ticket screen; each ends on the screen again. */
@Controller
@RequestMapping("/tickets/{number}/offers")
class OfferActions {

  private final VisibleTickets tickets;
  private final Awards awards;
  private final CompensationWords words;

  OfferActions(VisibleTickets tickets, Awards awards, CompensationWords words) {
    this.tickets = tickets;
    this.awards = awards;
    this.words = words;
  }

  @PostMapping
  String propose(
      @PathVariable String number,
      @RequestParam String kind,
      @RequestParam(defaultValue = "") String amount,
      @RequestParam(defaultValue = "") String reason,
      Person me,
      RedirectAttributes after) {
    var ticket = tickets.visible(number, me);
    return answer(
        number,
        () -> awards.propose(ticket, new Wish(kind, amount(amount), text(reason)), me.name()),
        after);
  }

  @PostMapping("/{id}/{step}")
  String step(
      @PathVariable String number,
      @PathVariable long id,
      @PathVariable String step,
      @RequestParam(defaultValue = "") String reason,
      Person me,
      RedirectAttributes after) {
    var ticket = tickets.visible(number, me);
    return answer(
        number,
        () ->
            switch (step) {
              case "promise" -> awards.promise(ticket, id, me.name());
              case "issue" -> awards.issue(ticket, id, me.name());
              case "decline" -> awards.decline(ticket, id, me.name(), text(reason));
              case "withdraw" -> awards.withdraw(ticket, id, me.name(), text(reason));
              default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            },
        after);
  }

  private String answer(String number, Supplier<Award> deed, RedirectAttributes after) {
    try {
      after.addFlashAttribute("done", "offer.done." + deed.get().state().key());
    } catch (CompensationRefused e) {
      after.addFlashAttribute("refusal", words.refused(e));
    }
    return "redirect:/tickets/" + number + "#offers";
  }

  private static @Nullable BigDecimal amount(String typed) {
    try {
      return typed.isBlank() ? null : new BigDecimal(typed.strip());
    } catch (NumberFormatException e) {
      throw new CompensationRefused(Why.AMOUNT);
    }
  }

  static @Nullable String text(String typed) {
    return typed.isBlank() ? null : typed.strip();
  }
}
