package org.redress.insight.daily;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the figures.
 *
 * @param count how often the latest days are counted anew
 */
@ConfigurationProperties("redress.insight")
record CountingSettings(@DefaultValue("1m") Duration count) {}
