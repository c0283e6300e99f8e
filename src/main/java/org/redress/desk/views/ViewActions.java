package org.redress.desk.views;

import org.redress.access.Person;
import org.redress.access.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeps a list under a name, and forgets it. */
@Controller
class ViewActions {

  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_ADDRESS = 2000;

  private final SavedViews views;
  private final Staff staff;

  ViewActions(SavedViews views, Staff staff) {
    this.views = views;
    this.staff = staff;
  }

  @PostMapping("/views")
  String keep(
      @RequestParam String name,
      @RequestParam String address,
      @RequestParam(defaultValue = "") String team,
      Person me,
      RedirectAttributes after) {
    if (!address.startsWith("/queue/") || address.length() > LONGEST_ADDRESS) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    if (!team.isEmpty() && !mayShareWith(team, me)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
      after.addFlashAttribute("refused", "views.name.wrong");
    } else {
      views.keep(me.name(), team.isEmpty() ? null : team, name.strip(), address);
      after.addFlashAttribute("done", "views.kept");
    }
    return "redirect:" + address;
  }

  private boolean mayShareWith(String team, Person me) {
    return me.leads() && staff.teams().containsKey(team) && me.maySee(team, null);
  }

  @PostMapping("/views/{id}/forget")
  String forget(@PathVariable long id, Person me, RedirectAttributes after) {
    views.forget(id, me.name());
    after.addFlashAttribute("done", "views.forgotten");
    return "redirect:/queue/mine";
  }
}
