package org.redress.intake.health;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.intake.figures.ChannelHours;
import org.springframework.stereotype.Component;

/** Finds channels to which nothing comes although something should. */
@Component
class Silence {

  /** What came earlier than this is not asked for: such a channel is out of use. */
  private static final Duration OUT_OF_USE = Duration.ofDays(60);

  private final ChannelHours hours;
  private final HealthSettings settings;

  Silence(ChannelHours hours, HealthSettings settings) {
    this.hours = hours;
    this.settings = settings;
  }

  /** A silent channel, since when, and how many messages are missing. */
  record Silent(String channel, Instant since, long missing) {}

  List<Silent> find(Instant now) {
    var past = hours.received(now.minus(Rhythm.PAST));
    var found = new ArrayList<Silent>();
    hours
        .since(now.minus(OUT_OF_USE))
        .forEach(
            (channel, figures) -> {
              if (figures.last() != null) {
                judge(channel, figures.last(), now, past.getOrDefault(channel, Map.of()))
                    .ifPresent(found::add);
              }
            });
    return found;
  }

  /** Whether a message came to the channel since then. */
  boolean isHeardSince(String channel, Instant time) {
    var figures = hours.since(time.truncatedTo(ChronoUnit.HOURS)).get(channel);
    return figures != null && figures.last() != null && figures.last().isAfter(time);
  }

  private Optional<Silent> judge(
      String channel, Instant last, Instant now, Map<Instant, Long> past) {
    var quiet = Duration.between(last, now);
    var longest = settings.silentAfter().get(channel);
    if (longest != null) {
      return !longest.isZero() && quiet.compareTo(longest) >= 0
          ? Optional.of(new Silent(channel, last, 0))
          : Optional.empty();
    }
    if (quiet.compareTo(settings.atLeast()) < 0) {
      return Optional.empty();
    }
    var missing = new Rhythm(past).expected(last, now);
    return missing >= settings.missing()
        ? Optional.of(new Silent(channel, last, Math.round(missing)))
        : Optional.empty();
  }
}
