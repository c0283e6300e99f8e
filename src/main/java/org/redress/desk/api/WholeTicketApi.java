package org.redress.desk.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.compensation.Offers;
import org.redress.desk.ticket.CaseFile;
import org.redress.ticket.Conversation;
import org.redress.ticket.care.CarePlan;
import org.redress.ticket.care.CareRecords;
import org.redress.ticket.care.CareStep;
import org.redress.ticket.search.TicketSearch;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** One whole ticket for programs. */
@RestController
class WholeTicketApi {

  private final TicketSearch search;
  private final CaseFile file;
  private final CarePlan steps;
  private final Offers offers;
  private final Conversation conversation;

  WholeTicketApi(
      TicketSearch search,
      CaseFile file,
      CarePlan steps,
      Offers offers,
      Conversation conversation) {
    this.search = search;
    this.file = file;
    this.steps = steps;
    this.offers = offers;
    this.conversation = conversation;
  }

  /** A ticket with what was said on it, how far its care is, and what may be offered. */
  record Whole(
      @JsonUnwrapped TicketJson ticket,
      String text,
      List<CaseFile.Attached> attachments,
      List<CareRecords.Finished> steps,
      @JsonProperty("next_step") @Nullable String nextStep,
      List<Offers.Offer> offers,
      List<Conversation.Message> conversation) {}

  @GetMapping("/api/v1/tickets/{number}")
  @Operation(summary = "One ticket with its conversation, care steps and offers")
  Whole show(@PathVariable String number, Person me) {
    var row =
        search
            .find(number)
            .filter(found -> me.maySee(found.ticket().team(), found.ticket().owner()))
            .orElseThrow(() -> Refused.notFound("There is no ticket %s.".formatted(number)));
    var ticket = row.ticket();
    return new Whole(
        TicketJson.of(row),
        file.said(ticket).text(),
        file.attached(ticket),
        steps.finished(ticket),
        steps.due(ticket).stream().map(CareStep::key).findFirst().orElse(null),
        offers.of(ticket.id()),
        conversation.of(ticket.id()));
  }
}
