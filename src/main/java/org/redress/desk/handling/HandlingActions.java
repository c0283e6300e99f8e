package org.redress.desk.handling;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.desk.handling.Handling.Act;
import org.redress.desk.handling.Handling.Refusal;
import org.redress.ticket.correction.NoSuchAnswer;
import org.redress.ticket.work.NotNow;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forms that steer a ticket; each ends on the ticket's screen again. */
@Controller
class HandlingActions {

  private final Handling handling;

  HandlingActions(Handling handling) {
    this.handling = handling;
  }

  @PostMapping("/tickets/{number}/{act:wait|resume|reopen|priority|merge|unmerge}")
  String act(
      @PathVariable String number,
      @PathVariable String act,
      @RequestParam(required = false) @Nullable String value,
      @RequestParam(required = false) @Nullable String reason,
      Person me,
      RedirectAttributes after) {
    try {
      handling.act(Act.valueOf(act.toUpperCase(Locale.ROOT)), number, value, reason, me);
      after.addFlashAttribute("done", "handling.done." + act);
    } catch (Refusal e) {
      after.addFlashAttribute("refused", e.getMessage());
    } catch (NotNow e) {
      after.addFlashAttribute("refused", "handling.not_now." + act);
    } catch (NoSuchAnswer e) {
      after.addFlashAttribute("refused", "handling.priority.unknown");
    }
    return "redirect:/tickets/" + number;
  }
}
