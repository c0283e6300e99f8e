package org.redress.desk.customer;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.redress.ticket.aftercare.Surveys;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where customers say how it went; the address from the mail is the key. */
@Controller
class SurveyPage {

  private static final int LONGEST_REMARK = 4000;

  private final Surveys surveys;

  SurveyPage(Surveys surveys) {
    this.surveys = surveys;
  }

  @GetMapping("/survey/{token}")
  String show(@PathVariable String token, HttpServletResponse response, Model model) {
    var survey = surveys.find(token);
    if (survey.isEmpty()) {
      response.setStatus(HttpStatus.NOT_FOUND.value());
    }
    model.addAttribute("survey", survey.orElse(null));
    model.addAttribute("token", token);
    return "survey";
  }

  @PostMapping("/survey/{token}")
  String answer(
      @PathVariable String token,
      @RequestParam(required = false) @Nullable Integer score,
      @RequestParam(defaultValue = "") String remark,
      RedirectAttributes after) {
    var survey = surveys.find(token);
    if (survey.isPresent() && survey.get().answeredAt() == null) {
      var mistake = mistake(score, remark);
      if (mistake == null) {
        surveys.answer(survey.get(), score, remark.isBlank() ? null : remark.strip());
      } else {
        after.addFlashAttribute("mistake", mistake);
        after.addFlashAttribute("score", score);
        after.addFlashAttribute("remark", remark);
      }
    }
    return "redirect:/survey/{token}";
  }

  private static @Nullable String mistake(@Nullable Integer score, String remark) {
    if (score == null || score < 1 || score > Surveys.BEST) {
      return "survey.choose";
    }
    return remark.length() > LONGEST_REMARK ? "survey.remark.long" : null;
  }
}
