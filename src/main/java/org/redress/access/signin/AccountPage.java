package org.redress.access.signin;

import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import org.redress.access.Limit;
import org.redress.access.Users;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where people change their password. */
@Controller
class AccountPage {

  private static final int SHORTEST = 10;

  /** What bcrypt takes into account, in bytes. */
  private static final int LONGEST = 72;

  private final Users users;
  private final Limit wrong;

  AccountPage(Users users, Clock clock) {
    this.users = users;
    this.wrong = new Limit(5, Duration.ofMinutes(15), clock);
  }

  /** The form: the present password and the new one twice. */
  record Change(String present, String fresh, String again) {

    static Change empty() {
      return new Change("", "", "");
    }
  }

  @GetMapping("/account")
  String show(Model model) {
    model.addAttribute("change", Change.empty());
    return "account";
  }

  @PostMapping("/account")
  String change(
      @ModelAttribute("change") Change change,
      BindingResult mistakes,
      Principal me,
      RedirectAttributes after) {
    check(change, me.getName(), mistakes);
    if (mistakes.hasErrors()) {
      return "account";
    }
    users.changePassword(me.getName(), change.fresh());
    after.addFlashAttribute("done", "account.password.changed");
    return "redirect:/account";
  }

  private void check(Change change, String name, BindingResult mistakes) {
    if (!wrong.waitFor(name).isZero()) {
      mistakes.rejectValue("present", "account.password.wait");
    } else if (!users.isPassword(name, change.present())) {
      wrong.count(name);
      mistakes.rejectValue("present", "account.password.wrong");
    }
    if (change.fresh().length() < SHORTEST) {
      mistakes.rejectValue("fresh", "account.password.short");
    } else if (change.fresh().getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST) {
      mistakes.rejectValue("fresh", "account.password.long");
    } else if (change.fresh().equals(change.present())) {
      mistakes.rejectValue("fresh", "account.password.same");
    }
    if (!change.again().equals(change.fresh())) {
      mistakes.rejectValue("again", "account.password.differs");
    }
  }
}
