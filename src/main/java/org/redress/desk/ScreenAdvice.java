package org.redress.desk;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.access.Users;
import org.redress.desk.queue.QueueCounts;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.thymeleaf.context.LazyContextVariable;

/** What every screen's frame shows: who is signed in, counts of the queues, language, light. */
@ControllerAdvice(annotations = Controller.class)
class ScreenAdvice {

  private final Users users;
  private final QueueCounts counts;

  ScreenAdvice(Users users, QueueCounts counts) {
    this.users = users;
    this.counts = counts;
  }

  @ModelAttribute
  void frame(HttpServletRequest request, Model model) {
    model.addAttribute("here", new Here(request));
    model.addAttribute("theme", ThemeChoice.of(request).orElse(null));
    var me = me();
    if (me != null) {
      model.addAttribute("me", me);
      model.addAttribute("queues", new LazyCounts(me));
    }
  }

  private @Nullable Person me() {
    var signedIn = SecurityContextHolder.getContext().getAuthentication();
    var anonymous = signedIn == null || signedIn instanceof AnonymousAuthenticationToken;
    return anonymous ? null : users.person(signedIn);
  }

  /** Counted only when a screen really shows it. */
  private class LazyCounts extends LazyContextVariable<QueueCounts.Counts> {

    private final Person me;

    LazyCounts(Person me) {
      this.me = me;
    }

    @Override
    protected QueueCounts.Counts loadValue() {
      return counts.of(me);
    }
  }
}
