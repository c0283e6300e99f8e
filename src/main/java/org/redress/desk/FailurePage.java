package org.redress.desk;

import java.util.NoSuchElementException;
import org.redress.intake.Failures;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The failure desk: messages that could not be processed, to be tried again. */
@Controller
class FailurePage {

  private final Failures failures;

  FailurePage(Failures failures) {
    this.failures = failures;
  }

  @GetMapping("/failures")
  String list(Model model) {
    model.addAttribute("failures", failures.list());
    return "failures";
  }

  @PostMapping("/failures/{id}/replay")
  String replay(@PathVariable long id, RedirectAttributes after) {
    try {
      failures.replay(id);
      after.addFlashAttribute("done", "failures.replayed");
    } catch (NoSuchElementException gone) {
      after.addFlashAttribute("refused", "failures.gone");
    }
    return "redirect:/failures";
  }
}
