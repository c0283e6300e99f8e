package org.redress.desk.customer;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.redress.access.Limit;
import org.redress.ticket.wish.CustomerWishes;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the holder of a receipt may ask for: somebody higher, or to withdraw. */
@Controller
@RequestMapping("/status/{receipt}")
class WishActions {

  private static final int LONGEST_TEXT = 20_000;

  private final CustomerView view;
  private final CustomerWishes wishes;
  private final MessageSource messages;
  private final Limit limit;

  WishActions(CustomerView view, CustomerWishes wishes, MessageSource messages, Clock clock) {
    this.view = view;
    this.wishes = wishes;
    this.messages = messages;
    this.limit = new Limit(5, Duration.ofHours(1), clock);
  }

  @PostMapping("/higher")
  String askHigher(
      @PathVariable String receipt,
      @RequestParam(defaultValue = "") String text,
      Locale locale,
      RedirectAttributes after) {
    var complaint = view.complaint(StatusPage.clean(receipt));
    if (complaint.isPresent() && isTakenNow(complaint.get().ticket(), text, after)) {
      wishes.askHigher(complaint.get().ticket(), words(text, "status.higher.default", locale));
      after.addFlashAttribute("done", "status.higher.done");
    }
    return "redirect:/status/" + StatusPage.clean(receipt);
  }

  @PostMapping("/withdraw")
  String withdraw(
      @PathVariable String receipt,
      @RequestParam(defaultValue = "") String text,
      Locale locale,
      RedirectAttributes after) {
    var complaint = view.complaint(StatusPage.clean(receipt));
    if (complaint.isPresent() && isTakenNow(complaint.get().ticket(), text, after)) {
      var closed =
          wishes.withdraw(complaint.get().ticket(), words(text, "status.withdraw.default", locale));
      after.addFlashAttribute("done", closed ? "status.withdraw.done" : "status.withdraw.kept");
    }
    return "redirect:/status/" + StatusPage.clean(receipt);
  }

  private boolean isTakenNow(String ticket, String text, RedirectAttributes after) {
    if (text.length() > LONGEST_TEXT) {
      after.addFlashAttribute("refused", "complain.text.long");
      return false;
    }
    if (!limit.waitFor(ticket).isZero()) {
      after.addFlashAttribute("refused", "complain.too_often");
      return false;
    }
    limit.count(ticket);
    return true;
  }

  private String words(String text, String otherwise, Locale locale) {
    return text.isBlank() ? messages.getMessage(otherwise, null, locale) : text.strip();
  }
}
