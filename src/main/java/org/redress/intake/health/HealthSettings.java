package org.redress.intake.health;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When somebody is told of a channel.
 *
 * @param look how often all channels are looked at
 * @param write how often figures are written down
 * @param missing silent is a channel when so many messages should have come since its last, by what
 *     came in the same hours of the past weeks
 * @param atLeast a shorter silence is never told
 * @param failingAfter a shorter failure is never told
 * @param silentAfter by channel, the longest silence where it is known; 0 for never
 */
@ConfigurationProperties("redress.channel-health")
record HealthSettings(
    @DefaultValue("1m") Duration look,
    @DefaultValue("5s") Duration write,
    @DefaultValue("7") int missing,
    @DefaultValue("30m") Duration atLeast,
    @DefaultValue("2m") Duration failingAfter,
    @DefaultValue Map<String, Duration> silentAfter) {}
