package org.redress.intake.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.redress.intake.channel.Channel;
import org.redress.intake.health.ChannelIncident.Kind;
import org.redress.intake.health.Silence.Silent;
import org.redress.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks at all channels and sees to it that each trouble is told once, and once when it is over,
 * over restarts and whichever node finds it.
 */
@Component
class ChannelWatch {

  private static final Logger LOG = LoggerFactory.getLogger(ChannelWatch.class);

  /** An incident is over when no node found it for so many looks. */
  private static final int LOOKS = 3;

  private static final int LONGEST_NAME = 60;

  private final Overview overview;
  private final Silence silence;
  private final IncidentWriter incidents;
  private final HealthSettings settings;
  private final Clock clock;
  private final Map<String, Instant> failingSince = new HashMap<>();

  ChannelWatch(
      Overview overview,
      Silence silence,
      IncidentWriter incidents,
      HealthSettings settings,
      Clock clock) {
    this.overview = overview;
    this.silence = silence;
    this.incidents = incidents;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${redress.channel-health.look:1m}")
  void look() {
    try {
      var now = clock.instant();
      var troubled = new HashSet<String>();
      for (var channel : overview.files()) {
        if (channel.problem() != null) {
          troubled.add(name(channel));
          failing(channel, now);
        }
      }
      failingSince.keySet().retainAll(troubled);
      silence.find(now).forEach(one -> silent(one, now));
      closeOthers(troubled, now);
      overview.publish();
    } catch (RuntimeException e) {
      LOG.warn("Channels cannot be looked at, trying again: {}", e.toString());
    }
  }

  private void failing(Channel channel, Instant now) {
    var name = name(channel);
    var since = failingSince.computeIfAbsent(name, first -> now);
    if (incidents.seen(name, Kind.FAILING, now)
        || Duration.between(since, now).compareTo(settings.failingAfter()) < 0) {
      return;
    }
    open(
        new ChannelIncident(
            0, name, Kind.FAILING, false, Objects.requireNonNull(channel.problem()), since, 0),
        now);
  }

  /** A file that was never loaded stands for its channel and may have any name. */
  private static String name(Channel channel) {
    var name = channel.name();
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name;
  }

  private void silent(Silent one, Instant now) {
    if (!incidents.seen(one.channel(), Kind.SILENT, now)) {
      open(
          new ChannelIncident(
              0, one.channel(), Kind.SILENT, false, Text.alike(""), one.since(), one.missing()),
          now);
    }
  }

  private void open(ChannelIncident incident, Instant now) {
    try {
      incidents.open(incident, now);
    } catch (DuplicateKeyException told) {
      LOG.debug("Another node told of channel {} first", incident.channel());
    }
  }

  private void closeOthers(Set<String> troubled, Instant now) {
    for (var open : incidents.unseenSince(now.minus(settings.look().multipliedBy(LOOKS)))) {
      var still =
          open.kind() == Kind.FAILING
              ? troubled.contains(open.channel())
              : !silence.isHeardSince(open.channel(), open.openedAt());
      if (!still) {
        incidents.close(open, now);
      }
    }
  }
}
