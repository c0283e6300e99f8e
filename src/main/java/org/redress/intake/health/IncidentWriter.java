package org.redress.intake.health;

import java.time.Instant;
import java.util.List;
import org.redress.intake.health.ChannelIncident.Kind;
import org.redress.intake.health.Incidents.Open;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes incidents and tells of them, in one transaction each. */
@Component
class IncidentWriter {

  private static final Logger LOG = LoggerFactory.getLogger(IncidentWriter.class);

  private final Incidents incidents;
  private final ApplicationEventPublisher events;

  IncidentWriter(Incidents incidents, ApplicationEventPublisher events) {
    this.incidents = incidents;
    this.events = events;
  }

  @Transactional
  boolean seen(String channel, Kind kind, Instant now) {
    return incidents.seen(channel, kind, now);
  }

  List<Open> unseenSince(Instant time) {
    return incidents.unseenSince(time);
  }

  @Transactional
  void open(ChannelIncident found, Instant now) {
    var id = incidents.open(found.channel(), found.kind(), found.problem(), now);
    LOG.warn("Channel {} is {}: {}", found.channel(), found.kind().key(), found.problem().en());
    events.publishEvent(
        new ChannelIncident(
            id,
            found.channel(),
            found.kind(),
            false,
            found.problem(),
            found.since(),
            found.missing()));
  }

  @Transactional
  void close(Open open, Instant now) {
    if (incidents.close(open.id(), now)) {
      LOG.info("Channel {} is no longer {}", open.channel(), open.kind().key());
      events.publishEvent(
          new ChannelIncident(
              open.id(), open.channel(), open.kind(), true, open.problem(), open.openedAt(), 0));
    }
  }
}
