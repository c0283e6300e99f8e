package org.redress.deadline;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the tracker.
 *
 * @param calendars folder of the working-time calendars
 * @param look how often passed deadlines are looked for
 * @param batchSize how many of them one transaction takes at most
 */
@ConfigurationProperties("redress.deadline")
record DeadlineSettings(
    @DefaultValue("config/calendars") Path calendars,
    @DefaultValue("1s") Duration look,
    @DefaultValue("200") int batchSize) {}
