package org.redress.desk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.SiteSettings;
import org.redress.decision.Circumstances.Heard;
import org.redress.decision.Decisions;
import org.redress.intake.Envelope;
import org.redress.intake.Envelope.Format;
import org.redress.intake.Intake;
import org.redress.intake.PostedComplaint;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Takes complaints from programs. The answer comes when the complaint is safely stored. */
@RestController
@RequestMapping("/api/v1/complaints")
class ComplaintApi {

  /** A complaint with 25 MB of files in Base64, and some room. */
  private static final int LARGEST_BODY = 40 << 20;

  private static final String DEFAULT_CHANNEL = "api";

  private final Intake intake;
  private final JsonMapper json;
  private final SiteSettings site;
  private final Clock clock;
  private final Decisions decisions;

  ComplaintApi(
      Intake intake, JsonMapper json, SiteSettings site, Clock clock, Decisions decisions) {
    this.decisions = decisions;
    this.intake = intake;
    this.json = json;
    this.site = site;
    this.clock = clock;
  }

  /** What the sender keeps. */
  record Accepted(String receipt, String status_url) {}

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Post a complaint",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(schema = @Schema(implementation = PostedComplaint.class))))
  ResponseEntity<Accepted> post(
      HttpServletRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key)
      throws IOException {
    return accept(read(body(request)), key);
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Operation(summary = "Post a complaint as a form, with files under 'attachments'")
  ResponseEntity<Accepted> post(
      MultipartHttpServletRequest form,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key)
      throws IOException {
    var files = new ArrayList<PostedComplaint.File>();
    for (var file : form.getFiles("attachments")) {
      var name = file.getOriginalFilename();
      files.add(
          new PostedComplaint.File(
              name == null ? "unnamed" : name, file.getContentType(), file.getBytes()));
    }
    var customer =
        new PostedComplaint.Customer(
            form.getParameter("customer.id"),
            form.getParameter("customer.name"),
            form.getParameter("customer.email"),
            form.getParameter("customer.phone"),
            form.getParameter("customer.tier"));
    var text = form.getParameter("text");
    return accept(
        new PostedComplaint(
            text == null ? "" : text,
            form.getParameter("subject"),
            form.getParameter("language"),
            form.getParameter("channel"),
            form.getParameter("external_id"),
            null,
            form.getParameter("reference"),
            customer,
            files,
            null),
        key);
  }

  private static byte[] body(HttpServletRequest request) throws IOException {
    try (InputStream body = request.getInputStream()) {
      var bytes = body.readNBytes(LARGEST_BODY + 1);
      if (bytes.length > LARGEST_BODY) {
        throw Refused.tooLarge(
            "The body is larger than %d MB. Send large files by mail, or fewer at once."
                .formatted(LARGEST_BODY >> 20));
      }
      return bytes;
    }
  }

  private PostedComplaint read(byte[] body) {
    try {
      return json.readValue(body, PostedComplaint.class);
    } catch (JacksonException e) {
      throw Refused.unreadable(e);
    }
  }

  private ResponseEntity<Accepted> accept(PostedComplaint post, @Nullable String key) {
    check(post);
    var now = clock.instant();
    var channel = post.channel() == null ? DEFAULT_CHANNEL : post.channel();
    var receipt =
        intake.receive(
            new Envelope(
                channel,
                externalId(post, key),
                Format.JSON,
                post.receivedAt() == null ? now : post.receivedAt(),
                json.writeValueAsBytes(post)));
    var status = site.statusUrl(receipt);
    return ResponseEntity.accepted()
        .location(URI.create(status))
        .body(new Accepted(receipt, status));
  }

  private static String externalId(PostedComplaint post, @Nullable String key) {
    if (post.externalId() != null && !post.externalId().isBlank()) {
      return post.externalId();
    }
    return key == null || key.isBlank() ? UUID.randomUUID().toString() : key;
  }

  private void check(PostedComplaint post) {
    if (post.text() == null || post.text().isBlank()) {
      throw Refused.badRequest("The field 'text' is required: what the customer said.");
    }
    if (post.channel() != null && !post.channel().matches("[a-z0-9-]{1,60}")) {
      throw Refused.badRequest(
          "The field 'channel' has letters a-z, digits and - only, 60 at most.");
    }
    if (post.externalId() != null && post.externalId().length() > 500) {
      throw Refused.badRequest("The field 'external_id' has 500 characters at most.");
    }
    if (post.heard() != null) {
      check(post.heard());
    }
  }

  private void check(Heard heard) {
    if (heard.by() == null || heard.by().isBlank() || heard.answers() == null) {
      throw Refused.badRequest("The field 'heard' needs 'by', who listened, and 'answers'.");
    }
    heard
        .answers()
        .forEach(
            (question, answers) -> {
              var known = decisions.active().question(question).map(q -> q.answers().keySet());
              if (answers == null || !known.orElse(Set.of()).containsAll(answers)) {
                throw Refused.badRequest(
                    "The field 'heard.answers.%s': %s. Known: %s"
                        .formatted(question, answers, known.orElse(Set.of())));
              }
            });
  }
}
