package org.redress.desk.review;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.desk.care.StepWork;
import org.redress.ticket.review.Links;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people do on a ticket about corrective actions and links; each ends where it began. */
@Controller
@RequestMapping("/tickets/{number}")
class ReviewActions {

  private final ActionWork work;
  private final StepWork tickets;
  private final Links links;

  ReviewActions(ActionWork work, StepWork tickets, Links links) {
    this.work = work;
    this.tickets = tickets;
    this.links = links;
  }

  @PostMapping("/actions")
  String agree(
      @PathVariable String number,
      @RequestParam(defaultValue = "") String what,
      @RequestParam(defaultValue = "") String owner,
      @RequestParam(defaultValue = "") String due,
      @RequestParam(defaultValue = "") String back,
      Person me,
      RedirectAttributes after) {
    if (!did(
        () -> work.agree(number, what, owner, day(due), me),
        "action.agreed",
        "action.incomplete",
        after)) {
      after.addFlashAttribute("typedWhat", what);
    }
    return back(number, back);
  }

  @PostMapping("/actions/{id}/done")
  String done(
      @PathVariable String number,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String checkBy,
      @RequestParam(defaultValue = "") String back,
      Person me,
      RedirectAttributes after) {
    did(() -> work.done(number, id, day(checkBy), me), "action.done", "action.check_day", after);
    return back(number, back);
  }

  @PostMapping("/actions/{id}/check")
  String check(
      @PathVariable String number,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String effective,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") String back,
      Person me,
      RedirectAttributes after) {
    did(
        () -> work.check(number, id, effective, note, me),
        "action.checked",
        "action.check_incomplete",
        after);
    return back(number, back);
  }

  @PostMapping("/links/{other}")
  String link(
      @PathVariable String number,
      @PathVariable String other,
      Person me,
      RedirectAttributes after) {
    tickets.visible(number, me);
    tickets.visible(other, me);
    links.link(number, other, me.name());
    after.addFlashAttribute("done", "link.made");
    return "redirect:/tickets/" + number;
  }

  @PostMapping("/links/{other}/remove")
  String unlink(
      @PathVariable String number,
      @PathVariable String other,
      Person me,
      RedirectAttributes after) {
    tickets.visible(number, me);
    tickets.visible(other, me);
    links.unlink(number, other, me.name());
    after.addFlashAttribute("done", "link.removed");
    return "redirect:/tickets/" + number;
  }

  /** Does it and says so, or says what is missing. */
  private static boolean did(Runnable deed, String done, String refused, RedirectAttributes after) {
    try {
      deed.run();
      after.addFlashAttribute("done", done);
      return true;
    } catch (IllegalArgumentException incomplete) {
      after.addFlashAttribute("refused", refused);
      return false;
    }
  }

  /** To the list of all actions or to a problem, when the form stood there. */
  private static String back(String number, String page) {
    return page.equals("reviews") || page.matches("problems/\\d{1,18}")
        ? "redirect:/" + page
        : "redirect:/tickets/" + number + "#actions";
  }

  private static @Nullable LocalDate day(String typed) {
    try {
      return typed.isBlank() ? null : LocalDate.parse(typed);
    } catch (DateTimeParseException noDay) {
      return null;
    }
  }
}
