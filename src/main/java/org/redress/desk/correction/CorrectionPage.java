package org.redress.desk.correction;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.access.Staff;
import org.redress.decision.Decisions;
import org.redress.desk.correction.CorrectionWork.Incomplete;
import org.redress.desk.ticket.CaseFile;
import org.redress.ticket.Ticket;
import org.redress.ticket.correction.NoSuchAnswer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form that corrects what was concluded about a ticket. */
@Controller
@RequestMapping("/tickets/{number}/correct")
class CorrectionPage {

  private final CorrectionWork work;
  private final Consequences consequences;
  private final CaseFile file;
  private final Decisions decisions;
  private final Staff staff;

  CorrectionPage(
      CorrectionWork work,
      Consequences consequences,
      CaseFile file,
      Decisions decisions,
      Staff staff) {
    this.work = work;
    this.consequences = consequences;
    this.file = file;
    this.decisions = decisions;
    this.staff = staff;
  }

  /** The form; for a change in it only what would follow. */
  @GetMapping
  String form(
      @PathVariable String number,
      @RequestParam MultiValueMap<String, String> chosen,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
      Person me,
      Model model) {
    show(worked(number, me), chosen, model);
    return part == null ? "correct" : "correct :: consequences";
  }

  @PostMapping
  String correct(
      @PathVariable String number,
      @RequestParam MultiValueMap<String, String> chosen,
      @RequestParam(defaultValue = "") List<String> follow,
      @RequestParam(defaultValue = "") String reason,
      Person me,
      Model model,
      RedirectAttributes after) {
    var ticket = worked(number, me);
    try {
      var now = work.correct(number, Wanted.of(ticket, chosen), follow, reason, me);
      after.addFlashAttribute("done", "correct.done");
      return me.maySee(now.team(), now.owner())
          ? "redirect:/tickets/" + number
          : "redirect:/queue/mine";
    } catch (Incomplete e) {
      model.addAttribute("mistake", e.getMessage());
    } catch (NoSuchAnswer e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage());
    }
    model.addAttribute("reason", reason);
    show(ticket, chosen, model);
    return "correct";
  }

  private Ticket worked(String number, Person me) {
    var ticket = work.visible(number, me);
    if (!me.worksOnTickets()) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    return ticket;
  }

  private void show(Ticket ticket, MultiValueMap<String, String> chosen, Model model) {
    var wanted = Wanted.of(ticket, chosen);
    model.addAttribute("ticket", ticket);
    model.addAttribute("wanted", wanted);
    model.addAttribute("foreseen", consequences.of(ticket, wanted));
    model.addAttribute("said", file.said(ticket));
    model.addAttribute("choices", choices());
  }

  private Map<String, Collection<String>> choices() {
    var choices = new LinkedHashMap<String, Collection<String>>();
    for (var question : Wanted.QUESTIONS) {
      choices.put(
          question,
          question.equals("team")
              ? staff.teams().keySet()
              : decisions
                  .active()
                  .question(question)
                  .map(q -> q.answers().keySet())
                  .orElseGet(java.util.Set::of));
    }
    return choices;
  }
}
