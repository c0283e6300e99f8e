package org.redress.access;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of sign-in and staff.
 *
 * @param staffFile teams and users
 * @param initialPasswords by user name: the password a user starts with; who is not named starts
 *     with the own name as password
 */
@ConfigurationProperties("redress.access")
record AccessSettings(
    @DefaultValue("config/teams.yml") Path staffFile,
    @DefaultValue Map<String, String> initialPasswords) {}
