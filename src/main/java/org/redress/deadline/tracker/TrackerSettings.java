package org.redress.deadline.tracker;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the tracker.
 *
 * @param look how often due steps are looked for
 * @param batchSize how many deadlines one transaction takes at most
 */
@ConfigurationProperties("redress.deadline")
record TrackerSettings(@DefaultValue("1s") Duration look, @DefaultValue("500") int batchSize) {}
