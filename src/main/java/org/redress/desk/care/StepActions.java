package org.redress.desk.care;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redress.access.Person;
import org.redress.ticket.care.CareStep;
import org.redress.ticket.care.CareSteps;
import org.redress.ticket.care.NotRecorded;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forms of the care steps; each ends on the ticket, with what was typed when it is refused. */
@Controller
@RequestMapping("/tickets/{number}")
class StepActions {

  private static final int LONGEST_REASON = 1000;

  private final StepWork work;
  private final StepWords words;

  StepActions(StepWork work, StepWords words) {
    this.work = work;
    this.words = words;
  }

  /** Finishes a step; somebody else may have done so meanwhile. */
  @PostMapping("/steps/{step}")
  String finish(
      @PathVariable String number,
      @PathVariable String step,
      @RequestParam MultiValueMap<String, String> form,
      Person me,
      RedirectAttributes after) {
    var finished = CareStep.of(step).orElseThrow(StepActions::notFound);
    Map<String, List<String>> written = new LinkedHashMap<>(form);
    written.remove("_csrf");
    written.remove("then");
    try {
      after.addFlashAttribute("done", work.finish(number, finished, written, me));
    } catch (CareSteps.Refused notNext) {
      after.addFlashAttribute("refused", "ticket.step.not_next");
    } catch (NotRecorded lacking) {
      after.addFlashAttribute("mistake", new Mistake(step, words.mistake(lacking), written));
      return "redirect:/tickets/" + number + "#care";
    }
    return "redirect:/tickets/" + number;
  }

  /**
   * A form that was refused.
   *
   * @param typed so that nothing has to be typed twice
   */
  record Mistake(String step, String text, Map<String, List<String>> typed) {}

  @PostMapping("/call/waiver")
  String waive(
      @PathVariable String number,
      @RequestParam(defaultValue = "") String reason,
      Person me,
      RedirectAttributes after) {
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      after.addFlashAttribute("refused", "call.waive.reason_missing");
      return "redirect:/tickets/" + number + "#care";
    }
    try {
      work.waive(number, reason.strip(), me);
      after.addFlashAttribute("done", "call.done.waived");
    } catch (CareSteps.Refused notNext) {
      after.addFlashAttribute("refused", "ticket.step.not_next");
    }
    return "redirect:/tickets/" + number;
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
