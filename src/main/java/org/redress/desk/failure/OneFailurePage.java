package org.redress.desk.failure;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.redress.access.Person;
import org.redress.desk.Words;
import org.redress.intake.Envelope.Format;
import org.redress.intake.Understanding.Unreadable;
import org.redress.intake.failure.Failure;
import org.redress.intake.failure.Failure.State;
import org.redress.intake.failure.Failures;
import org.redress.intake.failure.Move;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One message of the failure desk: why it waits, what it says, and how it is mended. */
@Controller
class OneFailurePage {

  private final Failures failures;
  private final Words words;

  OneFailurePage(Failures failures, Words words) {
    this.failures = failures;
    this.words = words;
  }

  @GetMapping("/failures/{id}")
  String show(@PathVariable long id, Model model, RedirectAttributes after) {
    var found = failures.find(id);
    if (found.isEmpty()) {
      after.addFlashAttribute("refused", "failures.gone");
      return "redirect:/failures";
    }
    return page(found.get(), RawMessage.of(failures.current(id)), model);
  }

  private String page(Failure failure, RawMessage raw, Model model) {
    model.addAttribute("failure", failure);
    model.addAttribute("channelName", words.named("channel", failure.channel()));
    model.addAttribute("raw", raw);
    model.addAttribute("steps", failures.steps(failure.id()));
    model.addAttribute("mayEdit", failure.state() == State.PARKED && raw.editable());
    return "failure";
  }

  /** The message byte for byte as it came, to be kept or looked at with other tools. */
  @GetMapping("/failures/{id}/original")
  ResponseEntity<byte[]> original(@PathVariable long id) {
    var failure =
        failures.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var ending = failure.format() == Format.MAIL ? "eml" : "json";
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header("X-Content-Type-Options", "nosniff")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("%s-%d.%s".formatted(failure.channel(), id, ending))
                .build()
                .toString())
        .body(failures.original(id));
  }

  /** Whoever changes the language of a refused edit comes back to the message. */
  @GetMapping("/failures/{id}/content")
  String again(@PathVariable long id) {
    return "redirect:/failures/" + id;
  }

  /** Saves an edited version; with {@code replay} it is tried at once. */
  @PostMapping("/failures/{id}/content")
  String edit(
      @PathVariable long id,
      @RequestParam String text,
      @RequestParam int edits,
      @RequestParam(defaultValue = "false") boolean replay,
      Person me,
      Model model,
      RedirectAttributes after) {
    var found = failures.find(id).filter(one -> one.state() == State.PARKED);
    if (found.isEmpty()) {
      after.addFlashAttribute("refused", "failures.gone");
      return "redirect:/failures";
    }
    try {
      if (!failures.edit(found.get(), edits, text.getBytes(StandardCharsets.UTF_8), me.name())) {
        model.addAttribute("refused", "failures.edited_meanwhile");
        return page(found.get(), new RawMessage(text, true), model);
      }
    } catch (Unreadable unreadable) {
      model.addAttribute("refusal", words.text(unreadable.reason()));
      return page(found.get(), new RawMessage(text, true), model);
    }
    if (replay && failures.move(List.of(id), Move.REPLAY, me.name(), "") == 1) {
      after.addFlashAttribute("done", "failures.replayed");
      return "redirect:/failures";
    }
    after.addFlashAttribute("done", "failures.saved");
    return "redirect:/failures/" + id;
  }

  /** Does one thing with this message; a second press finds it gone. */
  @PostMapping("/failures/{id}/move")
  String move(
      @PathVariable long id,
      @RequestParam Move move,
      @RequestParam(defaultValue = "") String note,
      Person me,
      RedirectAttributes after) {
    if (move == Move.DISCARD && note.isBlank()) {
      after.addFlashAttribute("refused", "failures.why_missing");
      return "redirect:/failures/" + id;
    }
    var moved = failures.move(List.of(id), move, me.name(), note.strip()) == 1;
    after.addFlashAttribute(
        moved ? "done" : "refused", moved ? "failures.moved." + move.key() : "failures.gone");
    return "redirect:/failures" + (moved && move == Move.RESTORE ? "/" + id : "");
  }
}
