package org.redress.intake.channel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.redress.intake.channel.guard.Allowed;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the route files are.
 *
 * @param folder holds one {@code *.camel.yaml} file a channel
 * @param lookEvery how often the folder is looked at for added, changed and deleted files
 * @param alsoComponents components that route files may read from and send to beyond the list
 * @param alsoSteps steps they may use beyond the list
 * @param alsoBeans beans they may call beyond the list
 */
@ConfigurationProperties("redress.routes")
record RouteSettings(
    @DefaultValue("routes") Path folder,
    @DefaultValue("1s") Duration lookEvery,
    @DefaultValue Set<String> alsoComponents,
    @DefaultValue Set<String> alsoSteps,
    @DefaultValue Set<String> alsoBeans) {

  /** What route files may say beyond the list. */
  Allowed allowed() {
    return new Allowed(alsoComponents, alsoSteps, alsoBeans);
  }
}
