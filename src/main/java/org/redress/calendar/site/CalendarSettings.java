package org.redress.calendar.site;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where working times stand.
 *
 * @param calendars folder of the working-time calendars
 */
@ConfigurationProperties("redress.deadline")
record CalendarSettings(@DefaultValue("config/calendars") Path calendars) {}
