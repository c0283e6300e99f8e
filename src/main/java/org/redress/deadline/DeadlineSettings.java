package org.redress.deadline;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of deadlines.
 *
 * @param calendars folder of the working-time calendars
 */
@ConfigurationProperties("redress.deadline")
record DeadlineSettings(@DefaultValue("config/calendars") Path calendars) {}
