package org.redress.desk.compensation;

import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.compensation.Award;
import org.redress.compensation.Awards;
import org.redress.compensation.Awards.Wish;
import org.redress.compensation.Offers.Offer;
import org.redress.desk.VisibleTickets;
import org.redress.desk.api.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The offers of a ticket for programs. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/offers")
class OfferApi {

  private static final int LONGEST_REASON = 2000;

  private final VisibleTickets tickets;
  private final Awards awards;
  private final OfferList list;

  OfferApi(VisibleTickets tickets, Awards awards, OfferList list) {
    this.tickets = tickets;
    this.awards = awards;
    this.list = list;
  }

  /** What was put forward, and what else the rules propose. */
  record Listed(List<AwardJson> awards, List<Offer> open) {}

  /** What shall be given; without an amount the one that the rules propose. */
  record Wanted(@Nullable String kind, @Nullable BigDecimal amount, @Nullable String reason) {}

  /** Why. */
  record Because(@Nullable String reason) {}

  /** A declined award, and what may be offered instead. */
  record Declined(AwardJson award, List<Offer> alternatives) {}

  @GetMapping
  @Operation(summary = "What was offered on a ticket, and what else the rules propose")
  Listed list(@PathVariable String number, Person me) {
    var listed = list.of(tickets.visible(number, me));
    return new Listed(listed.awards().stream().map(AwardJson::of).toList(), listed.open());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Put an offer forward: approved at once within the limits, else proposed")
  AwardJson propose(@PathVariable String number, @RequestBody Wanted wanted, Person me) {
    if (wanted.kind() == null) {
      throw Refused.badRequest("The field 'kind' is missing: an answer of 'compensation'.");
    }
    var wish = new Wish(wanted.kind(), wanted.amount(), reason(wanted.reason()));
    return AwardJson.of(awards.propose(tickets.visible(number, me), wish, me.name()));
  }

  @PostMapping("/{id}/promise")
  @Operation(summary = "The customer accepts")
  AwardJson promise(@PathVariable String number, @PathVariable long id, Person me) {
    return AwardJson.of(awards.promise(tickets.visible(number, me), id, me.name()));
  }

  @PostMapping("/{id}/issue")
  @Operation(summary = "Given to the customer; repeating the call changes nothing")
  AwardJson issue(@PathVariable String number, @PathVariable long id, Person me) {
    return AwardJson.of(awards.issue(tickets.visible(number, me), id, me.name()));
  }

  @PostMapping("/{id}/decline")
  @Operation(summary = "The customer declines; the answer lists what else may be offered")
  Declined decline(
      @PathVariable String number,
      @PathVariable long id,
      @RequestBody(required = false) @Nullable Because because,
      Person me) {
    var ticket = tickets.visible(number, me);
    Award award = awards.decline(ticket, id, me.name(), reason(because));
    return new Declined(AwardJson.of(award), list.of(ticket).open());
  }

  @PostMapping("/{id}/withdraw")
  @Operation(summary = "Take back what was not given yet; what was promised with a reason")
  AwardJson withdraw(
      @PathVariable String number,
      @PathVariable long id,
      @RequestBody(required = false) @Nullable Because because,
      Person me) {
    return AwardJson.of(
        awards.withdraw(tickets.visible(number, me), id, me.name(), reason(because)));
  }

  static @Nullable String reason(@Nullable Because because) {
    return because == null ? null : reason(because.reason());
  }

  static @Nullable String reason(@Nullable String reason) {
    if (reason != null && reason.length() > LONGEST_REASON) {
      throw Refused.badRequest(
          "The field 'reason' may have %d characters at most.".formatted(LONGEST_REASON));
    }
    return reason == null || reason.isBlank() ? null : reason.strip();
  }
}
