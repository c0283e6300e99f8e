package org.redress.desk.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.desk.VisibleTickets;
import org.redress.ticket.reply.ReplyWriting;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writing, sending and taking back replies; each but the saving ends on the ticket's screen. */
@Controller
@RequestMapping("/tickets/{number}")
class ReplyActions {

  private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, UTF_8);

  private final VisibleTickets tickets;
  private final ReplyWriting writing;
  private final ReadyTexts texts;
  private final Enclosing enclosing;

  ReplyActions(
      VisibleTickets tickets, ReplyWriting writing, ReadyTexts texts, Enclosing enclosing) {
    this.tickets = tickets;
    this.writing = writing;
    this.texts = texts;
    this.enclosing = enclosing;
  }

  @PostMapping("/replies")
  String send(
      @PathVariable String number,
      @RequestParam String text,
      @RequestParam Instant seen,
      @RequestParam(required = false) @Nullable List<MultipartFile> files,
      Person me,
      RedirectAttributes after) {
    var ticket = tickets.visible(number, me);
    var refused = enclosing.add(ticket, me, text.strip(), seen, files == null ? List.of() : files);
    if (!refused.isEmpty()) {
      writing.save(ticket, me.name(), text, seen);
      after.addFlashAttribute("refusal", String.join("\n", refused));
      return "redirect:/tickets/" + number + "#reply";
    }
    if (text.isBlank()) {
      after.addFlashAttribute("refused", "ticket.reply.empty");
      return "redirect:/tickets/" + number;
    }
    switch (writing.send(ticket, me.name(), text.strip(), seen)) {
      case SENT -> after.addFlashAttribute("done", "ticket.reply.sent");
      case HELD -> after.addFlashAttribute("refused", "reply.held");
      case LEAVING -> {}
    }
    return "redirect:/tickets/" + number + "#reply";
  }

  @PostMapping("/replies/back")
  String takeBack(@PathVariable String number, Person me, RedirectAttributes after) {
    if (!writing.takeBack(tickets.visible(number, me), me.name())) {
      after.addFlashAttribute("refused", "reply.gone");
    }
    return "redirect:/tickets/" + number + "#reply";
  }

  /** Keeps what is typed, while it is typed. */
  @PostMapping("/draft")
  String save(
      @PathVariable String number,
      @RequestParam(defaultValue = "") String text,
      @RequestParam Instant seen,
      Person me) {
    writing.save(tickets.visible(number, me), me.name(), text, seen);
    return "reply :: saved";
  }

  /** A ready text, filled in for this ticket. */
  @GetMapping("/texts/{name}")
  ResponseEntity<String> text(@PathVariable String number, @PathVariable String name, Person me) {
    return texts
        .filled(name, tickets.visible(number, me), me.name())
        .map(text -> ResponseEntity.ok().contentType(PLAIN).body(text))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
