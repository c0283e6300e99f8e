package org.redress.desk.customer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.redress.access.Limit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where customers complain. Works without script; what was typed is never lost. */
@Controller
class ComplainPage {

  private final Sending sending;
  private final Limit limit;

  ComplainPage(Sending sending, Clock clock) {
    this.sending = sending;
    this.limit = new Limit(30, Duration.ofMinutes(10), clock);
  }

  @GetMapping("/complain")
  String show(@RequestParam(required = false) @Nullable String reference, Model model) {
    model.addAttribute("complaint", ComplaintForm.empty(reference));
    return "complain";
  }

  @PostMapping("/complain")
  String send(
      @ModelAttribute("complaint") ComplaintForm complaint,
      BindingResult mistakes,
      @RequestParam(required = false) @Nullable String lang,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (lang != null) {
      return "complain";
    }
    complaint.check(mistakes);
    if (!mistakes.hasErrors() && !limit.waitFor(request.getRemoteAddr()).isZero()) {
      mistakes.reject("complain.too_often");
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
    }
    if (mistakes.hasErrors()) {
      return "complain";
    }
    limit.count(request.getRemoteAddr());
    return "redirect:/status/" + sending.complaint(complaint) + "?new";
  }
}
