package org.redress.desk.bulk;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.desk.Words;
import org.redress.desk.bulk.Bulk.Outcome;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form below a list: what is ticked, what to do, and the way back. */
@Controller
class BulkActions {

  private static final String LAST = BulkActions.class.getName();
  private static final int MOST = 500;
  private static final int MOST_NAMED = 5;

  private final Bulk bulk;
  private final Words words;
  private final MessageSource messages;

  BulkActions(Bulk bulk, Words words, MessageSource messages) {
    this.bulk = bulk;
    this.words = words;
    this.messages = messages;
  }

  @PostMapping("/queue/bulk")
  String apply(
      @RequestParam(name = "number", required = false) @Nullable List<String> numbers,
      @RequestParam String what,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam String back,
      Person me,
      HttpSession session,
      RedirectAttributes after) {
    var wanted = wanted(what);
    if (!bulk.isOpenTo(me, wanted)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    if (numbers == null || numbers.size() > MOST) {
      after.addFlashAttribute("refused", numbers == null ? "bulk.none" : "bulk.too_many");
      return "redirect:" + list(back);
    }
    var why = reason.isBlank() ? message("bulk.reason.usual") : reason.strip();
    var outcome = bulk.apply(numbers, wanted, why, me);
    session.setAttribute(LAST, outcome);
    after.addFlashAttribute("told", told("bulk.done.", outcome));
    after.addFlashAttribute("undoable", outcome.done().isEmpty() ? null : list(back));
    return "redirect:" + list(back);
  }

  @PostMapping("/queue/undo")
  String undo(@RequestParam String back, Person me, HttpSession session, RedirectAttributes after) {
    if (session.getAttribute(LAST) instanceof Outcome last) {
      session.removeAttribute(LAST);
      var outcome = bulk.undo(last, message("bulk.reason.undo"), me);
      after.addFlashAttribute("told", told("bulk.undone.", outcome));
    } else {
      after.addFlashAttribute("refused", "bulk.nothing_to_undo");
    }
    return "redirect:" + list(back);
  }

  /** One sentence for what was done, one for what was not. */
  private String told(String key, Outcome outcome) {
    var kind = outcome.wanted().kind().name().toLowerCase(Locale.ROOT);
    var done = message(key + kind, outcome.done().size(), name(outcome.wanted()));
    var left = outcome.left();
    if (left.isEmpty()) {
      return done;
    }
    var named = String.join(", ", left.subList(0, Math.min(left.size(), MOST_NAMED)));
    return done + " " + message("bulk.left", left.size(), named);
  }

  private String name(Wanted wanted) {
    var value = wanted.value();
    if (value == null) {
      return message("filter.owner.nobody");
    }
    return switch (wanted.kind()) {
      case OWNER -> words.person(value);
      case TEAM -> words.team(value);
      case PRIORITY -> words.answer("priority", value);
    };
  }

  private String message(String key, Object... values) {
    return messages.getMessage(key, values, LocaleContextHolder.getLocale());
  }

  private static Wanted wanted(String what) {
    try {
      return Wanted.of(what);
    } catch (IllegalArgumentException unknown) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
  }

  /** Only back to a list of this service. */
  private static String list(String back) {
    return back.startsWith("/queue/") ? back : "/queue/mine";
  }
}
