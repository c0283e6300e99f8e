package org.redress.ticket.care;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the care process.
 *
 * @param guidance the file with what to do, say and record at each step
 * @param callTries how often a customer is called who is not reached
 * @param callAgain how long to wait before the next try
 */
@ConfigurationProperties("redress.care")
public record CareSettings(
    @DefaultValue("config/care.yml") Path guidance,
    @DefaultValue("3") int callTries,
    @DefaultValue("4h") Duration callAgain) {}
