package org.redress.intake.machine;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When one sender's mails are too many.
 *
 * @param most so many are taken within the time, further ones wait on the failure desk
 * @param within the time
 */
@ConfigurationProperties("redress.intake.brake")
record BrakeSettings(@DefaultValue("20") int most, @DefaultValue("10m") Duration within) {}
