package org.redress.desk.ticket;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.desk.VisibleTickets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The screen of one ticket. */
@Controller
class TicketPage {

  private static final String FIRST_TAB = "conversation";
  private static final Set<String> TABS = Set.of(FIRST_TAB, "why", "history");

  private final VisibleTickets tickets;
  private final TicketParts parts;
  private final CaseFile file;

  TicketPage(VisibleTickets tickets, TicketParts parts, CaseFile file) {
    this.tickets = tickets;
    this.parts = parts;
    this.file = file;
  }

  @GetMapping("/tickets/{number}")
  String show(
      @PathVariable String number,
      @RequestParam(defaultValue = FIRST_TAB) String tab,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
      Person me,
      Model model) {
    parts.show(tickets.visible(number, me), TABS.contains(tab) ? tab : FIRST_TAB, model);
    return part == null ? "ticket" : "ticket :: #panel";
  }

  /** Always a download, never shown in the page: the file comes from a stranger. */
  @GetMapping("/tickets/{number}/files/{id}")
  ResponseEntity<byte[]> download(@PathVariable String number, @PathVariable long id, Person me) {
    var attached =
        file.attached(tickets.visible(number, me)).stream()
            .filter(one -> one.id() == id)
            .findFirst()
            .orElseThrow(TicketPage::notFound);
    var content = file.content(attached).orElseThrow(TicketPage::notFound);
    var disposition =
        ContentDisposition.attachment().filename(attached.name(), StandardCharsets.UTF_8).build();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(content);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
