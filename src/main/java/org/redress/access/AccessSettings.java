package org.redress.access;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of sign-in and staff.
 *
 * @param staffFile teams and users
 */
@ConfigurationProperties("redress.access")
record AccessSettings(@DefaultValue("config/teams.yml") Path staffFile) {}
