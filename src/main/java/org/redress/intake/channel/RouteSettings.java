package org.redress.intake.channel;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the route files are.
 *
 * @param folder holds one {@code *.camel.yaml} file a channel
 * @param lookEvery how often the folder is looked at for added, changed and deleted files
 */
@ConfigurationProperties("redress.routes")
record RouteSettings(@DefaultValue("routes") Path folder, @DefaultValue("1s") Duration lookEvery) {}
