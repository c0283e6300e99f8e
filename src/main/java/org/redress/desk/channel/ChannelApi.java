package org.redress.desk.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.intake.figures.Figures;
import org.redress.intake.health.Overview;
import org.redress.intake.health.Overview.Line;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the channels are doing, for programs. */
@RestController
class ChannelApi {

  private final Overview overview;

  ChannelApi(Overview overview) {
    this.overview = overview;
  }

  /** All channels. */
  record All(List<One> channels) {}

  /** A channel; {@code channel} is the name its messages carry. */
  record One(
      String name,
      String channel,
      @Nullable String file,
      String state,
      boolean silent,
      @Nullable String problem,
      @JsonProperty("problem_zh") @Nullable String problemZh,
      Counts today,
      @JsonProperty("seven_days") Counts week) {

    static One of(Line line) {
      return new One(
          line.name(),
          line.carried(),
          line.file(),
          line.state().name().toLowerCase(Locale.ROOT),
          line.silent(),
          line.problem() == null ? null : line.problem().en(),
          line.problem() == null ? null : line.problem().zh(),
          Counts.of(line.today()),
          Counts.of(line.week()));
    }
  }

  /** What became of messages; the lag is the average in milliseconds. */
  record Counts(
      long received,
      long tickets,
      long joined,
      long duplicates,
      long ignored,
      long parked,
      long refused,
      @JsonProperty("lag_ms") @Nullable Long lag,
      @JsonProperty("last_message_at") @Nullable Instant last) {

    static Counts of(Figures f) {
      return new Counts(
          f.received(),
          f.tickets(),
          f.joined(),
          f.duplicates(),
          f.ignored(),
          f.parked(),
          f.refused(),
          f.lag() == null ? null : f.lag().toMillis(),
          f.last());
    }
  }

  @GetMapping("/api/v1/channels")
  @Operation(summary = "Every channel with its state and what became of its messages")
  All all() {
    return new All(overview.lines().stream().map(One::of).toList());
  }
}
