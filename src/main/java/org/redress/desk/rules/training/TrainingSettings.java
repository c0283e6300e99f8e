package org.redress.desk.rules.training;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of learning from tickets.
 *
 * @param nightly when to learn without being asked, as a cron expression; {@code -} never
 * @param ofLabel how many tickets with one answer are enough to learn it
 */
@ConfigurationProperties("redress.training")
record TrainingSettings(
    @DefaultValue("0 30 2 * * *") String nightly, @DefaultValue("20") int ofLabel) {}
