package org.redress.desk.customer;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.access.Limit;
import org.redress.desk.Uploads;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where customers see how their complaint stands; the receipt number is the key. */
@Controller
class StatusPage {

  private static final int LONGEST_TEXT = 20_000;

  private final CustomerView view;
  private final Promises promises;
  private final Sending sending;
  private final MessageSource messages;
  private final Limit additions;

  StatusPage(
      CustomerView view, Promises promises, Sending sending, MessageSource messages, Clock clock) {
    this.messages = messages;
    this.view = view;
    this.promises = promises;
    this.sending = sending;
    this.additions = new Limit(20, Duration.ofMinutes(10), clock);
  }

  /** Asks for a receipt, or goes to its page. */
  @GetMapping("/status")
  String ask(@RequestParam(required = false) @Nullable String receipt) {
    return receipt == null || receipt.isBlank() ? "receipt" : "redirect:/status/" + clean(receipt);
  }

  @GetMapping("/status/{receipt}")
  String show(@PathVariable String receipt, HttpServletResponse response, Model model) {
    var received = view.received(clean(receipt));
    if (received.isEmpty()) {
      response.setStatus(HttpStatus.NOT_FOUND.value());
      model.addAttribute("unknown", receipt);
      return "receipt";
    }
    model.addAttribute("received", received.get());
    var complaint = view.complaint(received.get().receipt());
    complaint.ifPresent(found -> describe(found, model));
    if (complaint.isEmpty() && !received.get().joined()) {
      response.setHeader("Refresh", "2");
    }
    return "status";
  }

  private void describe(CustomerView.Case found, Model model) {
    model.addAttribute("complaint", found);
    model.addAttribute("stages", promises.stages(found));
    model.addAttribute("promise", promises.next(found).orElse(null));
    model.addAttribute("laws", promises.laws(found));
    model.addAttribute("refusedFiles", view.refusedFiles(found.ticketId()));
    model.addAttribute("replies", view.replies(found.ticketId()));
  }

  /** Adds something to a complaint; it opens again when it was closed. */
  @PostMapping("/status/{receipt}/messages")
  String add(
      @PathVariable String receipt,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> sent,
      Locale locale,
      RedirectAttributes after) {
    var complaint = view.complaint(clean(receipt));
    if (complaint.isEmpty()) {
      return "redirect:/status/" + clean(receipt);
    }
    var files = Uploads.files(sent == null ? List.of() : sent);
    var words =
        text.isBlank() && !files.isEmpty()
            ? messages.getMessage("status.add.files", null, locale)
            : text;
    var mistake = mistake(words, complaint.get().ticket());
    if (mistake == null) {
      sending.addition(complaint.get(), clean(receipt), words.strip(), files);
      after.addFlashAttribute("done", "status.add.done");
    } else {
      after.addFlashAttribute("refused", mistake);
      after.addFlashAttribute("typed", text);
    }
    return "redirect:/status/" + clean(receipt);
  }

  private @Nullable String mistake(String text, String ticket) {
    if (text.isBlank()) {
      return "status.add.empty";
    }
    if (text.length() > LONGEST_TEXT) {
      return "complain.text.long";
    }
    if (!additions.waitFor(ticket).isZero()) {
      return "complain.too_often";
    }
    additions.count(ticket);
    return null;
  }

  /** Forgives small letters, spaces, and letters taken for the digits they look like. */
  static String clean(String receipt) {
    var upper = receipt.strip().toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    var digits = upper.replace('O', '0').replace('I', '1').replace('L', '1');
    return digits.matches("R[0-9A-Z]{12}")
        ? "R-%s-%s-%s"
            .formatted(digits.substring(1, 5), digits.substring(5, 9), digits.substring(9))
        : "unknown";
  }
}
