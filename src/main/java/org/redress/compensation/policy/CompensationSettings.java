package org.redress.compensation.policy;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of compensation.
 *
 * @param file limits, budgets and approvals
 */
@ConfigurationProperties("redress.compensation")
record CompensationSettings(@DefaultValue("config/compensation.yml") Path file) {}
