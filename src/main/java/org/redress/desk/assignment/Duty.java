package org.redress.desk.assignment;

import org.redress.access.Person;
import org.redress.access.Users;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** People come on duty and go; tickets are given only to who is there. */
@Controller("duty")
class Duty {

  private final Users users;

  Duty(Users users) {
    this.users = users;
  }

  /** Whether the person is given tickets now. */
  public boolean isOn(Person me) {
    return users.isOnDuty(me.name());
  }

  @PostMapping("/account/duty")
  String change(@RequestParam boolean on, Person me, RedirectAttributes after) {
    users.setOnDuty(me.name(), on);
    after.addFlashAttribute("done", on ? "duty.now_on" : "duty.now_off");
    return "redirect:/account";
  }
}
