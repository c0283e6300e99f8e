package org.redress.desk.api.care;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.desk.api.Refused;
import org.redress.desk.care.StepWork;
import org.redress.ticket.care.CarePlan;
import org.redress.ticket.care.CareRecords.Finished;
import org.redress.ticket.care.CareStep;
import org.redress.ticket.care.CareSteps;
import org.redress.ticket.care.NotRecorded;
import org.redress.ticket.care.StepGuide;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The care steps for programs. */
@RestController
@RequestMapping("/api/v1/tickets/{number}")
class StepApi {

  private final StepWork work;
  private final CarePlan plan;

  StepApi(StepWork work, CarePlan plan) {
    this.work = work;
    this.plan = plan;
  }

  /** What is written down at a step; a field may have one value or a list of them. */
  record Written(
      @Nullable String note,
      @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable Map<String, List<String>> fields) {

    Map<String, List<String>> byField() {
      var written = new LinkedHashMap<String, List<String>>();
      if (fields != null) {
        written.putAll(fields);
      }
      if (note != null) {
        written.put(StepGuide.NOTE, List.of(note));
      }
      return written;
    }
  }

  /** How far the care of a ticket is. */
  record Progress(String number, String status, List<Finished> done, List<String> next) {}

  /** Why the call is let go. */
  record Waiver(@Nullable String reason) {}

  @PostMapping("/steps/{step}")
  @Operation(
      summary = "Finishes a care step; a follow_up needs an outcome",
      description =
          "Fields are those of config/care.yml. The outcome of a follow_up is satisfied,"
              + " not_satisfied (with a note) or not_reached.")
  Progress finish(
      @PathVariable String number,
      @PathVariable String step,
      @RequestBody Written written,
      Person me) {
    var finished =
        CareStep.of(step)
            .orElseThrow(
                () ->
                    Refused.notFound(
                        "There is no care step '%s'; one of %s."
                            .formatted(
                                step,
                                Arrays.stream(CareStep.values()).map(CareStep::key).toList())));
    try {
      work.finish(number, finished, written.byField(), me);
    } catch (NotRecorded lacking) {
      throw Refused.badRequest(sentence(lacking));
    } catch (CareSteps.Refused notNow) {
      throw Refused.conflict(sentence(notNow));
    }
    return progress(number, me);
  }

  @PostMapping("/call/waiver")
  @Operation(summary = "Lets the call to the customer go; leads and managers only")
  Progress waive(@PathVariable String number, @RequestBody Waiver waiver, Person me) {
    if (waiver.reason() == null || waiver.reason().isBlank()) {
      throw Refused.badRequest("The field 'reason' is missing: say why the call is let go.");
    }
    try {
      work.waive(number, waiver.reason().strip(), me);
    } catch (CareSteps.Refused notNow) {
      throw Refused.conflict(sentence(notNow));
    }
    return progress(number, me);
  }

  private Progress progress(String number, Person me) {
    var ticket = work.visible(number, me);
    return new Progress(
        ticket.number(),
        ticket.status().key(),
        plan.finished(ticket),
        plan.due(ticket).stream().map(CareStep::key).toList());
  }

  private static String sentence(Exception refusal) {
    var message = String.valueOf(refusal.getMessage());
    return Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
  }
}
