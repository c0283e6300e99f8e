package org.redress.desk.correction;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.desk.api.Refused;
import org.redress.desk.correction.CorrectionWork.Incomplete;
import org.redress.ticket.Corrections;
import org.redress.ticket.Corrections.Correction;
import org.redress.ticket.correction.NoSuchAnswer;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Corrects tickets for programs. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/corrections")
class CorrectionApi {

  private final CorrectionWork work;
  private final Corrections corrections;
  private final MessageSource messages;

  CorrectionApi(CorrectionWork work, Corrections corrections, MessageSource messages) {
    this.work = work;
    this.corrections = corrections;
    this.messages = messages;
  }

  /**
   * What is wanted.
   *
   * @param answers by question
   * @param follow the questions whose answers by rule are to follow: {@code priority}, {@code team}
   */
  record Body(
      @Nullable Map<String, List<String>> answers,
      @Nullable String reason,
      @Nullable List<String> follow) {}

  @GetMapping
  @Operation(summary = "What people corrected of the answers of the rules, oldest first")
  List<Correction> list(@PathVariable String number, Person me) {
    return corrections.of(work.visible(number, me).id());
  }

  @PostMapping
  @Operation(summary = "Corrects answers of the rules; gives all corrections of the ticket")
  List<Correction> correct(@PathVariable String number, @RequestBody Body body, Person me) {
    var ticket = work.visible(number, me);
    var wanted = Wanted.of(ticket, body.answers() == null ? Map.of() : body.answers());
    var follow = body.follow() == null ? List.<String>of() : body.follow();
    try {
      work.correct(number, wanted, follow, body.reason(), me);
    } catch (Incomplete e) {
      throw Refused.badRequest(messages.getMessage(e.getMessage(), null, Locale.ENGLISH));
    } catch (NoSuchAnswer e) {
      throw Refused.badRequest(e.getMessage());
    }
    return corrections.of(ticket.id());
  }
}
