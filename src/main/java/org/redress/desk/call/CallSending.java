package org.redress.desk.call;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.customer.Customer;
import org.redress.decision.Circumstances.Heard;
import org.redress.intake.Envelope;
import org.redress.intake.Envelope.Format;
import org.redress.intake.Intake;
import org.redress.intake.PostedComplaint;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Hands a call to the intake, like any other message. */
@Component
class CallSending {

  static final String CHANNEL = "phone";

  private final Callers callers;
  private final Intake intake;
  private final JsonMapper json;
  private final Clock clock;

  CallSending(Callers callers, Intake intake, JsonMapper json, Clock clock) {
    this.callers = callers;
    this.intake = intake;
    this.json = json;
    this.clock = clock;
  }

  /** What the agent picked goes before what the rules read. */
  static Heard heard(CallForm form, String agent) {
    Map<String, List<String>> answers = new LinkedHashMap<>();
    if (!form.feeling().isEmpty()) {
      answers.put("emotion", List.of(form.feeling()));
    }
    if (!form.wants().isEmpty()) {
      answers.put("demand", form.wants());
    }
    return new Heard(agent, answers);
  }

  /** Sends a call and returns its receipt; the same call again has the same receipt. */
  String send(CallForm form, String agent) {
    var now = clock.instant();
    var caller = callers.chosen(form);
    var posted =
        new PostedComplaint(
            form.text()
                + callBack(
                    form, caller.map(c -> c.phone() == null ? "" : c.phone()).orElse(form.phone())),
            null,
            orNull(form.language()),
            CHANNEL,
            form.id(),
            now,
            form.ticket().orElse(orNull(form.reference())),
            caller.map(CallSending::known).orElseGet(() -> fresh(form)),
            null,
            heard(form, agent));
    return intake.receive(
        new Envelope(CHANNEL, form.id(), Format.JSON, now, json.writeValueAsBytes(posted)));
  }

  /** A known customer's number on record stays; another one for this call is written down. */
  private static String callBack(CallForm form, String onRecord) {
    var typed = form.phone().replaceAll("[^0-9]", "");
    return typed.isEmpty() || onRecord.replaceAll("[^0-9]", "").equals(typed)
        ? ""
        : "\n[☎ %s]".formatted(form.phone());
  }

  private static PostedComplaint.Customer known(Customer customer) {
    return new PostedComplaint.Customer(
        customer.externalId(), customer.name(), customer.email(), customer.phone(), null);
  }

  private static PostedComplaint.Customer fresh(CallForm form) {
    return new PostedComplaint.Customer(
        null, orNull(form.name()), orNull(form.email()), orNull(form.phone()), null);
  }

  private static @Nullable String orNull(String typed) {
    return typed.isEmpty() ? null : typed;
  }
}
