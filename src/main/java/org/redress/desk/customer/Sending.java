package org.redress.desk.customer;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.redress.intake.Envelope;
import org.redress.intake.Envelope.Format;
import org.redress.intake.Intake;
import org.redress.intake.PostedComplaint;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Hands what customers write on the pages to the intake. */
@Component
class Sending {

  private static final String CHANNEL = "web";

  private final Intake intake;
  private final JsonMapper json;
  private final Clock clock;

  Sending(Intake intake, JsonMapper json, Clock clock) {
    this.intake = intake;
    this.json = json;
    this.clock = clock;
  }

  /** Adds to a complaint; its receipt is the proof that this may be done. */
  void addition(
      CustomerView.Case complaint, String receipt, String text, List<PostedComplaint.File> files) {
    var customer =
        new PostedComplaint.Customer(
            null, complaint.name(), complaint.email(), complaint.phone(), null);
    var id = UUID.randomUUID().toString();
    var now = clock.instant();
    var posted =
        new PostedComplaint(text, null, null, CHANNEL, id, now, receipt, customer, files, null);
    intake.receive(new Envelope(CHANNEL, id, Format.JSON, now, json.writeValueAsBytes(posted)));
  }
}
