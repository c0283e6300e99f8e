package org.redress.intake.channel;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * As much of the service as takes messages in: the real intake over a database in memory, and the
 * beans that route files call. Nothing listens, nothing is watched, no ticket is made. Without the
 * mark of a configuration, so that the service itself does not find it.
 */
@EnableAutoConfiguration
@ConfigurationPropertiesScan({"org.redress.intake", "org.redress.access"})
@ComponentScan(
    basePackages = {"org.redress.intake", "org.redress.access", "org.redress.storage"},
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern =
                "org\\.redress\\.(intake|access)\\.(?!"
                    + "(AccessConfiguration|Intake|Inbox|Understanding|thread\\.Forwards|file\\.TakenFiles|machine\\.Aside)$"
                    + "|(phone|call|figures|kafka|message|source)\\."
                    + "|webhook\\.(WebhookComponent|OpenDoors)$"
                    + "|channel\\.(CamelContexts|ChannelLoader|IntakeRoute)$).*"))
@Import({RoutesCheck.class, SampleRun.class})
final class CheckedService {}
