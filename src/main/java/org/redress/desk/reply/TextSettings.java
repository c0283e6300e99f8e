package org.redress.desk.reply;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the texts that replies are started from.
 *
 * @param file where they are
 */
@ConfigurationProperties("redress.ready-texts")
record TextSettings(@DefaultValue("config/replies.yml") Path file) {}
