package org.redress.desk.failure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.redress.access.Person;
import org.redress.intake.failure.Failure.State;
import org.redress.intake.failure.FailureFilter;
import org.redress.intake.failure.Failures;
import org.redress.intake.failure.Move;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The failure desk: what waits, was discarded or ignored, and what is done with many at once. */
@Controller
class FailurePage {

  private static final int PAGE_SIZE = 50;
  private static final int LONGEST_NOTE = 500;

  private final Failures failures;

  FailurePage(Failures failures) {
    this.failures = failures;
  }

  @ModelAttribute("filter")
  FailureFilter filter(
      @RequestParam(defaultValue = "parked") String state,
      @RequestParam(defaultValue = "") String channel,
      @RequestParam(defaultValue = "") String q) {
    var asked =
        Arrays.stream(State.values())
            .filter(known -> known.key().equals(state.toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return new FailureFilter(asked, channel, q.strip());
  }

  @GetMapping("/failures")
  String list(
      @ModelAttribute("filter") FailureFilter filter,
      @RequestParam(defaultValue = "0") int from,
      Model model) {
    var start = Math.max(0, from);
    model.addAttribute("failures", failures.list(filter, start, PAGE_SIZE));
    model.addAttribute("count", failures.count(filter));
    model.addAttribute("channels", failures.channels(filter.state()));
    model.addAttribute("states", State.values());
    model.addAttribute("from", start);
    model.addAttribute("size", PAGE_SIZE);
    return "failures";
  }

  /**
   * Moves the ticked messages, or all that match the filter.
   *
   * @param all whether all are meant
   */
  @PostMapping("/failures/move")
  String move(
      @ModelAttribute("filter") FailureFilter filter,
      @RequestParam Move move,
      @RequestParam(defaultValue = "") List<Long> id,
      @RequestParam(defaultValue = "false") boolean all,
      @RequestParam(defaultValue = "") String note,
      Person me,
      RedirectAttributes after) {
    var why = note.strip();
    if (move == Move.DISCARD && why.isEmpty()) {
      after.addFlashAttribute("refused", "failures.why_missing");
    } else if (!all && id.isEmpty()) {
      after.addFlashAttribute("refused", "failures.none_ticked");
    } else {
      why = why.substring(0, Math.min(LONGEST_NOTE, why.length()));
      var moved =
          all
              ? failures.moveAll(filter, move, me.name(), why)
              : failures.move(id, move, me.name(), why);
      tell(move, moved, after);
    }
    return "redirect:" + address(filter);
  }

  private static void tell(Move move, int moved, RedirectAttributes after) {
    if (moved == 0) {
      after.addFlashAttribute("refused", "failures.gone");
    } else {
      after.addFlashAttribute("moved", moved);
      after.addFlashAttribute("movedHow", move.key());
    }
  }

  private static String address(FailureFilter filter) {
    return UriComponentsBuilder.fromPath("/failures")
        .queryParam("state", filter.state().key())
        .queryParam("channel", "{channel}")
        .queryParam("q", "{q}")
        .encode()
        .buildAndExpand(filter.channel(), filter.q())
        .toUriString();
  }
}
