package org.redress.desk.handling;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.desk.api.Refused;
import org.redress.desk.handling.Handling.Act;
import org.redress.desk.handling.Handling.Refusal;
import org.redress.ticket.correction.NoSuchAnswer;
import org.redress.ticket.work.NotNow;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Steers tickets for programs. */
@RestController
class HandlingApi {

  private final Handling handling;
  private final MessageSource messages;

  HandlingApi(Handling handling, MessageSource messages) {
    this.handling = handling;
    this.messages = messages;
  }

  /**
   * What is wanted.
   *
   * @param value the team, the priority, or the ticket to merge into
   */
  record Wanted(@Nullable String value, @Nullable String reason) {}

  @PostMapping("/api/v1/tickets/{number}/{act:wait|resume|reopen|team|priority|merge|unmerge}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary =
          "Lets a ticket wait, go on, open again, change team or priority, be merged or taken apart")
  void act(
      @PathVariable String number,
      @PathVariable String act,
      @RequestBody(required = false) @Nullable Wanted wanted,
      Person me) {
    var asked = wanted == null ? new Wanted(null, null) : wanted;
    try {
      handling.act(
          Act.valueOf(act.toUpperCase(Locale.ROOT)), number, asked.value(), asked.reason(), me);
    } catch (Refusal e) {
      throw Refused.badRequest(messages.getMessage(e.getMessage(), null, Locale.ENGLISH));
    } catch (NotNow e) {
      throw Refused.conflict(e.getMessage());
    } catch (NoSuchAnswer e) {
      throw Refused.badRequest(e.getMessage());
    }
  }
}
