package org.redress.ticket.problem;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of surges: many customers with the same fault.
 *
 * @param within how far apart they may tell of it; 0 counts nothing
 */
@ConfigurationProperties("redress.surge")
record SurgeSettings(@DefaultValue("1h") Duration within) {}
