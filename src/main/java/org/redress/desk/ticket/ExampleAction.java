package org.redress.desk.ticket;

import java.util.Locale;
import org.redress.access.Person;
import org.redress.decision.backtest.Past;
import org.redress.decision.explain.NewExample;
import org.redress.decision.version.Draft;
import org.redress.decision.version.Drafts;
import org.redress.desk.rules.file.OwnDraft;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Makes a ticket an example that the rules have to decide like this from then on. */
@Controller
class ExampleAction {

  private final DecidedTickets tickets;
  private final OwnDraft own;
  private final Drafts drafts;

  ExampleAction(DecidedTickets tickets, OwnDraft own, Drafts drafts) {
    this.tickets = tickets;
    this.own = own;
    this.drafts = drafts;
  }

  /**
   * Adds the answer to a question to the examples of the person's draft, or of a new one when there
   * is none or others are asked to approve it as it is.
   */
  @PostMapping("/tickets/{number}/example")
  String add(
      @PathVariable String number,
      @RequestParam String question,
      Person me,
      Locale locale,
      RedirectAttributes after) {
    if (!me.makesRules()) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    var past = tickets.past(tickets.visible(number, me));
    var answer = past.recorded().answer(question);
    if (past.recorded().answers().contains(answer) && NewExample.fits(answer)) {
      var draft = add(past, question, own.of(me, "rules.example.draft", locale), me);
      after.addFlashAttribute("done", "rules.example.added");
      after.addFlashAttribute("exampleDraft", draft);
      after.addFlashAttribute("exampleFile", NewExample.file(question));
    } else {
      after.addFlashAttribute("refused", "rules.example.clash");
    }
    return "redirect:/tickets/" + number + "?tab=why";
  }

  private Draft add(Past past, String question, Draft draft, Person me) {
    var file = NewExample.file(question);
    var present = draft.files().content(file);
    var example = new NewExample(past.recorded(), past.text(), tickets.rules(past));
    try {
      return drafts.save(draft, file, present, example.addedTo(present, question), me.name());
    } catch (Drafts.ChangedMeanwhile meanwhile) {
      return add(past, question, meanwhile.present(), me);
    }
  }
}
