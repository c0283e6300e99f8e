package org.redress.desk.form;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.redress.desk.Uploads;
import org.redress.intake.Envelope;
import org.redress.intake.Envelope.Format;
import org.redress.intake.Intake;
import org.redress.intake.PostedComplaint;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Hands what customers fill in to the intake. */
@Component
class FormSending {

  private static final String CHANNEL = "web";

  private final Intake intake;
  private final JsonMapper json;
  private final Clock clock;

  FormSending(Intake intake, JsonMapper json, Clock clock) {
    this.intake = intake;
    this.json = json;
    this.clock = clock;
  }

  /** Sends a filled-in form and returns its receipt; the same form again has the same receipt. */
  String send(Filled filled, String language) {
    var now = clock.instant();
    var customer =
        new PostedComplaint.Customer(
            null,
            orNull(filled.what("name")),
            orNull(filled.what("email")),
            orNull(filled.what("phone")),
            null);
    var posted =
        new PostedComplaint(
            filled.text(language),
            null,
            null,
            CHANNEL,
            filled.id(),
            now,
            orNull(filled.what("reference")),
            customer,
            Uploads.files(filled.files()),
            null);
    return intake.receive(
        new Envelope(CHANNEL, filled.id(), Format.JSON, now, json.writeValueAsBytes(posted)));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
