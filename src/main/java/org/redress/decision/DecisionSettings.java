package org.redress.decision;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the rules.
 *
 * @param folder the rule book
 * @param look how often its files are looked at for changes
 */
@ConfigurationProperties("redress.rules")
public record DecisionSettings(
    @DefaultValue("rules") Path folder, @DefaultValue("2s") Duration look) {}
