package org.redress.desk.call;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.decision.Decisions;
import org.redress.ticket.Ticket;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Leads an agent through a call: who, what happened, how it feels, what is wanted. */
@Controller
class CallPage {

  private final Callers callers;
  private final Conclusions conclusions;
  private final CallSending sending;
  private final Decisions decisions;

  CallPage(Callers callers, Conclusions conclusions, CallSending sending, Decisions decisions) {
    this.callers = callers;
    this.conclusions = conclusions;
    this.sending = sending;
    this.decisions = decisions;
  }

  @GetMapping("/calls/new")
  String begin(@ModelAttribute("call") CallForm call, Person me, Locale locale, Model model) {
    return form(call, me, locale, model);
  }

  /** The customers who fit what is typed; a part of the screen. */
  @PostMapping("/calls/customers")
  String customers(@ModelAttribute("call") CallForm call, Model model) {
    model.addAttribute("callers", callers.find(call));
    return "call :: callers";
  }

  /** What the rules conclude so far; a part of the screen. */
  @PostMapping("/calls/conclusion")
  String conclude(@ModelAttribute("call") CallForm call, Person me, Locale locale, Model model) {
    conclusions.show(call, me, locale.getLanguage(), model);
    return "call :: conclusion";
  }

  @PostMapping("/calls")
  String send(
      @ModelAttribute("call") CallForm call,
      BindingResult mistakes,
      Person me,
      Locale locale,
      Model model) {
    call.check(mistakes);
    if (call.ticket().isPresent() && callers.joined(call).isEmpty()) {
      mistakes.reject("call_entry.ticket.gone");
    }
    if (mistakes.hasErrors()) {
      return form(call, me, locale, model);
    }
    var receipt = sending.send(call, me.name());
    return "redirect:/calls/" + receipt + call.ticket().map(t -> "?joined=" + t).orElse("");
  }

  private String form(CallForm call, Person me, Locale locale, Model model) {
    model.addAttribute("callers", callers.find(call));
    model.addAttribute("feelings", answers("emotion"));
    model.addAttribute("demands", answers("demand"));
    conclusions.show(call, me, locale.getLanguage(), model);
    return "call";
  }

  private Set<String> answers(String question) {
    return decisions.active().question(question).map(q -> q.answers().keySet()).orElse(Set.of());
  }

  /** What became of the call; asks again until the ticket is there. */
  @GetMapping("/calls/{receipt}")
  String sent(
      @PathVariable String receipt,
      @RequestParam(required = false) @Nullable String joined,
      Person me,
      HttpServletResponse response,
      Model model) {
    Optional<Ticket> ticket = joined == null ? callers.opened(receipt) : callers.ticket(joined);
    if (ticket.isEmpty()) {
      response.setHeader("Refresh", "1");
    }
    model.addAttribute("receipt", receipt);
    model.addAttribute("joined", joined);
    model.addAttribute("ticket", ticket.orElse(null));
    model.addAttribute("visible", ticket.map(t -> me.maySee(t.team(), t.owner())).orElse(false));
    return "call-sent";
  }
}
