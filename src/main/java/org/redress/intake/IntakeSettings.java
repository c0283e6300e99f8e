package org.redress.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the front door.
 *
 * @param workers how many threads turn received messages into tickets
 * @param batchSize how many messages one transaction takes at most
 * @param attempts how often a message that fails is tried before it waits on the failure desk
 * @param retryAfter the wait after the first failure; it doubles each time
 */
@ConfigurationProperties("redress.intake")
record IntakeSettings(
    @DefaultValue("2") int workers,
    @DefaultValue("200") int batchSize,
    @DefaultValue("4") int attempts,
    @DefaultValue("2s") Duration retryAfter) {}
