package org.redress.intake.webhook;

import java.util.Map;
import java.util.TreeSet;
import org.redress.intake.webhook.signature.WebhookSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The doors for other programs, by the name that route files and addresses use. */
@ConfigurationProperties("redress")
record Webhooks(@DefaultValue Map<String, WebhookSettings> webhooks) {

  /** The settings of a door; an unknown name is refused with the names there are. */
  WebhookSettings named(String name) {
    var settings = webhooks.get(name);
    if (settings == null) {
      throw new IllegalArgumentException(
          "no webhook '%s' in the settings under redress.webhooks; there are: %s"
              .formatted(name, new TreeSet<>(webhooks.keySet())));
    }
    return settings;
  }
}
