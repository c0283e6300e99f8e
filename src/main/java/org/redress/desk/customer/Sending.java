package org.redress.desk.customer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.intake.Envelope;
import org.redress.intake.Envelope.Format;
import org.redress.intake.Intake;
import org.redress.intake.PostedComplaint;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
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

  /** Sends a filled-in form and returns its receipt; the same form again has the same receipt. */
  String complaint(ComplaintForm form) {
    var customer =
        new PostedComplaint.Customer(
            null, orNull(form.name()), orNull(form.email()), orNull(form.phone()), null);
    return send(form.id(), form.text(), orNull(form.reference()), customer, files(form.files()));
  }

  /** Adds to a complaint whose ticket is known. */
  void addition(CustomerView.Case complaint, String text) {
    var customer =
        new PostedComplaint.Customer(
            null, complaint.name(), complaint.email(), complaint.phone(), null);
    send(UUID.randomUUID().toString(), text, complaint.ticket(), customer, List.of());
  }

  private String send(
      String id,
      String text,
      @Nullable String reference,
      PostedComplaint.Customer customer,
      List<PostedComplaint.File> files) {
    var now = clock.instant();
    var posted =
        new PostedComplaint(text, null, null, CHANNEL, id, now, reference, customer, files, null);
    return intake.receive(
        new Envelope(CHANNEL, id, Format.JSON, now, json.writeValueAsBytes(posted)));
  }

  private static List<PostedComplaint.File> files(List<MultipartFile> sent) {
    var files = new ArrayList<PostedComplaint.File>();
    for (var file : sent) {
      var name = file.getOriginalFilename();
      try {
        files.add(
            new PostedComplaint.File(
                name == null ? "file" : name, file.getContentType(), file.getBytes()));
      } catch (IOException e) {
        throw new UncheckedIOException("the file %s cannot be read".formatted(name), e);
      }
    }
    return files;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
