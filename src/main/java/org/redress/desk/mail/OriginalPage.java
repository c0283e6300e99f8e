package org.redress.desk.mail;

import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.desk.VisibleTickets;
import org.redress.intake.Envelope;
import org.redress.intake.Envelope.Format;
import org.redress.intake.mail.MailHtml;
import org.redress.intake.mail.MailReader;
import org.redress.ticket.Ticket;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A message as it was received: to download byte for byte, or to look at made safe. */
@Controller
class OriginalPage {

  private final VisibleTickets tickets;
  private final Originals originals;
  private final MailReader mails = new MailReader();

  OriginalPage(VisibleTickets tickets, Originals originals) {
    this.tickets = tickets;
    this.originals = originals;
  }

  /** Always a download, never shown: it comes from a stranger. */
  @GetMapping({"/tickets/{number}/original", "/api/v1/tickets/{number}/original"})
  @Operation(summary = "The complaint, or a later message, byte for byte as it was received")
  ResponseEntity<byte[]> download(
      @PathVariable String number,
      @RequestParam(required = false) @Nullable Long message,
      Person me) {
    var original = original(tickets.visible(number, me), message);
    var ending = original.format() == Format.MAIL ? ".eml" : ".json";
    var name = number + (message == null ? "" : "-" + message) + ending;
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(original.payload());
  }

  @GetMapping("/tickets/{number}/as-sent")
  String show(
      @PathVariable String number,
      @RequestParam(required = false) @Nullable Long message,
      Person me,
      Model model) {
    var ticket = tickets.visible(number, me);
    var original = original(ticket, message);
    if (original.format() != Format.MAIL) {
      throw notFound();
    }
    model.addAttribute("ticket", ticket);
    model.addAttribute("message", message);
    model.addAttribute("mail", mails.read(original.payload()));
    model.addAttribute("page", MailHtml.of(original.payload()).map(SafeHtml::of).orElse(null));
    return "as-sent";
  }

  private Envelope original(Ticket ticket, @Nullable Long message) {
    return originals.of(ticket, message).orElseThrow(OriginalPage::notFound);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
