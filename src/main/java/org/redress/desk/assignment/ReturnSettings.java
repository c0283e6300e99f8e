package org.redress.desk.assignment;

import org.redress.calendar.TimeSpan;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of returning tickets.
 *
 * @param dispatcher the team that tickets are returned to
 * @param returnWithin how long after getting a ticket its owner may return it, for instance {@code
 *     2wd}
 */
@ConfigurationProperties("redress.assignment")
record ReturnSettings(
    @DefaultValue("front_desk") String dispatcher, @DefaultValue("2wd") String returnWithin) {

  /** Refuses a span that nobody can count. */
  ReturnSettings {
    TimeSpan.parse(returnWithin);
  }
}
