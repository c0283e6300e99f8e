package org.redress.access.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page; the form itself is answered by Spring Security. */
@Controller
class SignInPage {

  @GetMapping(SignInFlow.PAGE)
  String show(
      @RequestParam @Nullable String wrong,
      @RequestParam @Nullable Integer wait,
      @RequestParam @Nullable String out,
      @Nullable Authentication signedIn,
      Model model) {
    if (signedIn != null) {
      return "redirect:/";
    }
    model.addAttribute("staff", true);
    model.addAttribute("wrong", wrong != null);
    model.addAttribute("wait", wait);
    model.addAttribute("out", out != null);
    return "sign-in";
  }
}
