package org.redress.intake.webhook;

import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.redress.intake.webhook.signature.WebhookSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The doors for other programs, by the name that route files and addresses use. */
@ConfigurationProperties("redress")
record Webhooks(@DefaultValue Map<String, WebhookSettings> webhooks) {

  /** The settings of a door; an unknown name is refused with the way out. */
  WebhookSettings named(String name) {
    var settings = webhooks.get(name);
    if (settings == null) {
      throw new IllegalArgumentException(
          ("the webhook '%1$s' has no secret yet. Set REDRESS_WEBHOOKS_%2$s_SECRET in the service's"
                  + " environment, or redress.webhooks.%1$s in config/application.yml, and start the"
                  + " service again; those with one are %3$s")
              .formatted(name, name.toUpperCase(Locale.ROOT), new TreeSet<>(webhooks.keySet())));
    }
    return settings;
  }
}
