package org.redress.ticket.care;

import java.nio.file.Path;
import org.redress.calendar.TimeSpan;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the care process.
 *
 * @param guidance the file with what to do, say and record at each step
 * @param callTries how often a customer is called who is not reached
 * @param callAgain how long to wait before the next try, for instance {@code 4wh}
 */
@ConfigurationProperties("redress.care")
public record CareSettings(
    @DefaultValue("config/care.yml") Path guidance,
    @DefaultValue("3") int callTries,
    @DefaultValue("4wh") String callAgain) {

  /** Refuses a span that cannot be read before anything else starts. */
  public CareSettings {
    TimeSpan.parse(callAgain);
  }
}
