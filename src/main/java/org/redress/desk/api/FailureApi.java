package org.redress.desk.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.intake.Understanding.Unreadable;
import org.redress.intake.failure.Failure;
import org.redress.intake.failure.Failure.State;
import org.redress.intake.failure.Failure.Step;
import org.redress.intake.failure.FailureFilter;
import org.redress.intake.failure.Failures;
import org.redress.intake.failure.Move;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The failure desk for programs. */
@RestController
@RequestMapping("/api/v1/failures")
class FailureApi {

  private static final int PAGE_SIZE = 500;
  private static final String MEANWHILE =
      "The message was edited or replayed meanwhile. Read it again and repeat your change.";

  private final Failures failures;

  FailureApi(Failures failures) {
    this.failures = failures;
  }

  /** A page of messages and how many there are in all. */
  record Page(List<Line> failures, long count) {}

  /** One message. */
  record Line(
      long id,
      String channel,
      @JsonProperty("external_id") String externalId,
      @JsonProperty("received_at") Instant receivedAt,
      String state,
      Instant since,
      int attempts,
      int edits,
      String reason,
      @JsonProperty("reason_zh") String reasonZh) {

    static Line of(Failure failure) {
      return new Line(
          failure.id(),
          failure.channel(),
          failure.externalId(),
          failure.receivedAt(),
          failure.state().key(),
          failure.since(),
          failure.attempts(),
          failure.edits(),
          failure.reason().en(),
          failure.reason().zh());
    }
  }

  /** One message with all that people did with it. */
  record Whole(Line failure, List<Step> steps) {}

  /** Which messages to move: by id, or all that wait for the same reason or channel. */
  record Selection(
      @Nullable List<Long> ids,
      @Nullable String channel,
      @Nullable String q,
      @Nullable String reason) {}

  /** How many messages were moved. */
  record Moved(int moved) {}

  /** What to try instead of the original; {@code edits} as it was read. */
  record Edit(@JsonProperty(required = true) String text, int edits) {}

  @GetMapping
  @Operation(summary = "Messages that did not become tickets (parked, discarded, aside), and why")
  Page list(
      @RequestParam(defaultValue = "parked") String state,
      @RequestParam(defaultValue = "") String channel,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "0") int from) {
    var filter = new FailureFilter(state(state), channel, q);
    var page = failures.list(filter, Math.max(0, from), PAGE_SIZE);
    return new Page(page.stream().map(Line::of).toList(), failures.count(filter));
  }

  private static State state(String key) {
    return Arrays.stream(State.values())
        .filter(known -> known.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                Refused.badRequest(
                    "The parameter 'state' is parked, discarded or aside, not '%s'."
                        .formatted(key)));
  }

  @GetMapping("/{id}")
  @Operation(summary = "One message and what people did with it")
  Whole one(@PathVariable long id) {
    return new Whole(Line.of(find(id)), failures.steps(id));
  }

  @GetMapping(value = "/{id}/content", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @Operation(
      summary =
          "The message as it came, byte for byte, or as it was edited; the ETag goes into If-Match")
  ResponseEntity<byte[]> content(
      @PathVariable long id, @RequestParam(defaultValue = "false") boolean edited) {
    return ResponseEntity.ok()
        .eTag(tag(find(id).edits()))
        .header("Content-Disposition", "attachment")
        .body(edited ? failures.current(id) : failures.original(id));
  }

  @PutMapping(value = "/{id}/content", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Put an edited version beside the original; it counts from the next replay")
  void edit(@PathVariable long id, @RequestBody Edit edit, Person me) {
    if (!save(find(id), edit.edits(), edit.text().getBytes(StandardCharsets.UTF_8), me)) {
      throw Refused.conflict(MEANWHILE);
    }
  }

  @PutMapping(value = "/{id}/content", consumes = MediaType.ALL_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "The same with the bytes themselves, of any other content type")
  void replace(
      @PathVariable long id,
      @RequestHeader(HttpHeaders.IF_MATCH) String seen,
      @RequestBody(required = false) byte @Nullable [] content,
      Person me) {
    if (content == null || content.length == 0) {
      throw Refused.badRequest(
          "The request has no body. Send the whole message with Content-Type:"
              + " application/octet-stream.");
    }
    var failure = find(id);
    if (!seen.equals(tag(failure.edits())) || !save(failure, failure.edits(), content, me)) {
      throw Refused.preconditionFailed(MEANWHILE);
    }
  }

  /** Whether it was saved; not when somebody else was first. */
  private boolean save(Failure failure, int edits, byte[] content, Person me) {
    try {
      return failures.edit(failure, edits, content, me.name());
    } catch (Unreadable unreadable) {
      throw Refused.badRequest(unreadable.reason().en());
    }
  }

  private static String tag(int edits) {
    return "\"" + edits + "\"";
  }

  @PostMapping("/{id}/replay")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Try a message once more")
  void replay(@PathVariable long id, Person me) {
    if (failures.move(List.of(id), Move.REPLAY, me.name(), "") == 0) {
      throw gone(id);
    }
  }

  @PostMapping("/{move:replay|take|discard|restore}")
  @Operation(
      summary =
          "Replay, take (those set aside), discard (with a reason) or restore many, each once")
  Moved moveMany(@PathVariable String move, @RequestBody Selection which, Person me) {
    return moveMany(Move.valueOf(move.toUpperCase(Locale.ROOT)), which, me);
  }

  private Moved moveMany(Move move, Selection which, Person me) {
    var why = which.reason() == null ? "" : which.reason().strip();
    if (move == Move.DISCARD && why.isEmpty()) {
      throw Refused.badRequest("The field 'reason' is required: why is it not needed?");
    }
    if (which.ids() != null) {
      return new Moved(failures.move(which.ids(), move, me.name(), why));
    }
    if (which.channel() == null && which.q() == null) {
      throw Refused.badRequest("Name the messages by 'ids', or all by 'channel' or 'q'.");
    }
    var state =
        switch (move) {
          case RESTORE -> State.DISCARDED;
          case TAKE -> State.ASIDE;
          default -> State.PARKED;
        };
    var filter = new FailureFilter(state, orEmpty(which.channel()), orEmpty(which.q()));
    return new Moved(failures.moveAll(filter, move, me.name(), why));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private Failure find(long id) {
    return failures.find(id).orElseThrow(() -> gone(id));
  }

  private static Refused gone(long id) {
    return Refused.notFound("No failure has the id %d; it may have been replayed.".formatted(id));
  }
}
