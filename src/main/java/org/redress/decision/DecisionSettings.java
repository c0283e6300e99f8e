package org.redress.decision;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the rules.
 *
 * @param folder the rule book
 */
@ConfigurationProperties("redress.rules")
record DecisionSettings(@DefaultValue("rules") Path folder) {}
