package org.redress.intake.call;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of call records.
 *
 * @param folder the folder that routes/calls.camel.yaml watches
 * @param country of numbers without a country code, as {@code CN}
 * @param window how long before a complaint a call may have begun to belong to it
 * @param recordings where recordings are that a record names without an address; empty when nowhere
 */
@ConfigurationProperties("redress.calls")
record CallSettings(
    @DefaultValue("data/calls") String folder,
    @DefaultValue("CN") String country,
    @DefaultValue("2h") Duration window,
    @DefaultValue("") String recordings) {}
