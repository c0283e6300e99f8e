package org.redress.ticket.assignment;

import java.time.Duration;
import org.redress.calendar.TimeSpan;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of assignment.
 *
 * @param dispatcher the team that tickets are returned to
 * @param returnWithin how long after getting a ticket its owner may return it, for instance {@code
 *     2wd}
 * @param look how often waiting tickets are looked at
 * @param batchSize how many of them one transaction takes at most
 */
@ConfigurationProperties("redress.assignment")
record AssignmentSettings(
    @DefaultValue("front_desk") String dispatcher,
    @DefaultValue("2wd") String returnWithin,
    @DefaultValue("1s") Duration look,
    @DefaultValue("100") int batchSize) {

  /** Refuses a span that nobody can count. */
  AssignmentSettings {
    TimeSpan.parse(returnWithin);
  }
}
