package org.redress.intake.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.redress.access.SiteSettings;
import org.redress.intake.channel.Channel;
import org.redress.intake.channel.Channels;
import org.redress.intake.figures.ChannelHours;
import org.redress.intake.figures.Figures;
import org.redress.text.Text;
import org.springframework.stereotype.Component;

/** Every channel with its state and its figures. */
@Component
public class Overview {

  private static final Duration WEEK = Duration.ofDays(7);
  private static final int HOURS_SHOWN = 24;

  /** The shipped routes whose messages carry another name than the route's. */
  private static final Map<String, String> CARRIED =
      Map.of("web-form", "web", "phone-log", "phone");

  /** What the program takes without a route file. */
  private static final Set<String> BUILT_IN = Set.of("api", "web", "phone");

  private final Channels channels;
  private final ChannelHours hours;
  private final Incidents incidents;
  private final Clock clock;
  private final SiteSettings site;
  private final MultiGauge up;
  private final MultiGauge last;

  Overview(
      Channels channels,
      ChannelHours hours,
      Incidents incidents,
      MeterRegistry meters,
      Surroundings around) {
    this.channels = channels;
    this.hours = hours;
    this.incidents = incidents;
    this.clock = around.clock();
    this.site = around.site();
    this.up =
        MultiGauge.builder("redress.channel.up")
            .description("1 while the channel takes messages without trouble")
            .register(meters);
    this.last =
        MultiGauge.builder("redress.channel.last.message")
            .description("When the channel's last message was received, in seconds since 1970")
            .baseUnit("seconds")
            .register(meters);
  }

  /** When and where we are. */
  @Component
  record Surroundings(Clock clock, SiteSettings site) {}

  /** How a channel is doing. */
  public enum State {
    /** Takes messages. */
    ON,
    /** Takes none: its file cannot be used. */
    OFF,
    /** No file makes it: its file is gone, or programs post under its name. */
    UNLISTED,
    /** Has trouble; it may still take messages. */
    FAILING
  }

  /**
   * One channel.
   *
   * @param carried the name its messages carry
   * @param file the route file; empty for what the program itself takes, such as the API
   * @param problem what is wrong and how to mend it
   * @param hours messages in each of the last 24 hours, the present one last
   * @param silent whether it is unusually long since the last message
   */
  public record Line(
      String name,
      String carried,
      String description,
      @Nullable String file,
      State state,
      @Nullable Text problem,
      Figures today,
      Figures week,
      List<Long> hours,
      boolean silent) {}

  /** The channels that route files make. */
  List<Channel> files() {
    return channels.list();
  }

  /** All channels, those of route files first, as of now. */
  public List<Line> lines() {
    var now = clock.instant();
    var midnight = now.atZone(site.timeZone()).truncatedTo(ChronoUnit.DAYS).toInstant();
    var known =
        new Known(
            hours.since(midnight),
            hours.since(now.minus(WEEK)),
            hours.received(now.minus(HOURS_SHOWN, ChronoUnit.HOURS)),
            incidents.silent(),
            now.truncatedTo(ChronoUnit.HOURS));
    var lines = new ArrayList<Line>();
    var without = new TreeSet<>(known.week().keySet());
    for (var channel : files()) {
      var carried = CARRIED.getOrDefault(channel.name(), channel.name());
      without.remove(carried);
      lines.add(known.line(channel, carried));
    }
    without.forEach(name -> lines.add(known.line(new Channel(name, "", "", true, null), name)));
    return lines;
  }

  /** What is known of all channels at a moment. */
  private record Known(
      Map<String, Figures> today,
      Map<String, Figures> week,
      Map<String, Map<Instant, Long>> received,
      List<String> silent,
      Instant hour) {

    Line line(Channel channel, String carried) {
      var counts = received.getOrDefault(carried, Map.of());
      return new Line(
          channel.name(),
          carried,
          channel.description(),
          channel.file().isEmpty() ? null : channel.file(),
          state(channel),
          channel.problem(),
          today.getOrDefault(carried, Figures.NONE),
          week.getOrDefault(carried, Figures.NONE),
          IntStream.range(0, HOURS_SHOWN)
              .mapToObj(i -> hour.minus(HOURS_SHOWN - 1L - i, ChronoUnit.HOURS))
              .map(then -> counts.getOrDefault(then, 0L))
              .toList(),
          silent.contains(carried));
    }

    private static State state(Channel channel) {
      if (channel.file().isEmpty() && !BUILT_IN.contains(channel.name())) {
        return State.UNLISTED;
      }
      if (channel.problem() == null) {
        return State.ON;
      }
      return channel.ready() ? State.FAILING : State.OFF;
    }
  }

  /** Brings the metrics up to date. */
  void publish() {
    var lines = lines();
    up.register(
        lines.stream()
            .map(line -> MultiGauge.Row.of(tags(line), line.problem() == null ? 1 : 0))
            .toList(),
        true);
    last.register(
        lines.stream()
            .filter(line -> line.week().last() != null)
            .map(line -> MultiGauge.Row.of(tags(line), line.week().last().getEpochSecond()))
            .toList(),
        true);
  }

  private static Tags tags(Line line) {
    return Tags.of("channel", line.carried());
  }
}
