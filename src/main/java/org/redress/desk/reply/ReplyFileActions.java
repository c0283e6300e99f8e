package org.redress.desk.reply;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.desk.VisibleTickets;
import org.redress.ticket.Ticket;
import org.redress.ticket.reply.ReplyFiles;
import org.redress.ticket.reply.ReplyWriting;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Files come to a reply that is being written, and go; what is typed is kept with them. */
@Controller
@RequestMapping("/tickets/{number}/draft/files")
class ReplyFileActions {

  private final VisibleTickets tickets;
  private final ReplyWriting writing;
  private final ReplyFiles files;
  private final Enclosing enclosing;

  ReplyFileActions(
      VisibleTickets tickets, ReplyWriting writing, ReplyFiles files, Enclosing enclosing) {
    this.tickets = tickets;
    this.writing = writing;
    this.files = files;
    this.enclosing = enclosing;
  }

  /** What was being typed when the files came or went; nothing yet is left out by the screen. */
  record Typed(@Nullable String text, Instant seen) {

    @Override
    public String text() {
      return text == null ? "" : text;
    }
  }

  @PostMapping
  String add(
      @PathVariable String number,
      Typed typed,
      @RequestParam("files") List<MultipartFile> sent,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
      Person me,
      Model model) {
    var ticket = tickets.visible(number, me);
    model.addAttribute("refusals", enclosing.add(ticket, me, typed.text(), typed.seen(), sent));
    return shown(ticket, part, me, model);
  }

  @PostMapping("/{file}/remove")
  String remove(
      @PathVariable String number,
      @PathVariable long file,
      Typed typed,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
      Person me,
      Model model) {
    var ticket = tickets.visible(number, me);
    files.remove(ticket, me.name(), file);
    writing.save(ticket, me.name(), typed.text(), typed.seen());
    return shown(ticket, part, me, model);
  }

  private String shown(Ticket ticket, @Nullable String part, Person me, Model model) {
    if (part == null) {
      model.asMap().clear();
      return "redirect:/tickets/" + ticket.number() + "#reply";
    }
    model.addAttribute("ticket", ticket);
    model.addAttribute(
        "enclosed", writing.draft(ticket, me.name()).map(files::of).orElse(List.of()));
    return "reply :: files";
  }
}
