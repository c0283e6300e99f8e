package org.redress.intake.webhook;

import java.util.Locale;
import java.util.Map;
import org.redress.intake.source.MissingSetting;
import org.redress.intake.webhook.signature.WebhookSettings;
import org.redress.text.Text;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The doors for other programs, by the name that route files and addresses use. */
@ConfigurationProperties("redress")
record Webhooks(@DefaultValue Map<String, WebhookSettings> webhooks) {

  private static final Text NO_SECRET =
      new Text(
          "the webhook '%1$s' has no secret yet. Set %2$sredress.webhooks.%1$s.secret in"
              + " config/application.yml, and start the service again.",
          "webhook“%1$s”尚无密钥。请设置%2$s config/application.yml 中的 redress.webhooks.%1$s.secret，"
              + "然后重新启动服务。");

  /** Only such names can be written as a variable. */
  private static final Text IN_ENVIRONMENT =
      new Text(
          "REDRESS_WEBHOOKS_%s_SECRET in the service's environment, or ",
          "环境变量 REDRESS_WEBHOOKS_%s_SECRET，或");

  /** The settings of a door; an unknown name is refused with the way out. */
  WebhookSettings named(String name) {
    var settings = webhooks.get(name);
    if (settings == null) {
      throw new MissingSetting(
          NO_SECRET.formatted(
              name,
              name.matches("[a-z0-9]+")
                  ? IN_ENVIRONMENT.formatted(name.toUpperCase(Locale.ROOT))
                  : Text.alike("")));
    }
    return settings;
  }
}
