package org.redress.ticket.duplicate;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When two complaints of one customer are taken for one matter.
 *
 * @param within how far apart they may be
 * @param percent how much of their words they must share, from 0 to 100
 */
@ConfigurationProperties("redress.duplicate")
record DuplicateSettings(@DefaultValue("7d") Duration within, @DefaultValue("20") int percent) {}
