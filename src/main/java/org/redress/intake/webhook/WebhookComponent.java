package org.redress.intake.webhook;

import java.util.Map;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultEndpoint;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * Camel's scheme {@code webhook}: {@code webhook:NAME} takes what is posted to {@code /hooks/NAME}.
 * Each Camel context has one of its own; Camel finds it by the bean's name.
 */
@Component("webhook-component")
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@EnableConfigurationProperties(Webhooks.class)
final class WebhookComponent extends DefaultComponent {

  private final Webhooks settings;
  private final OpenDoors doors;

  WebhookComponent(Webhooks settings, OpenDoors doors) {
    this.settings = settings;
    this.doors = doors;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String name, Map<String, Object> parameters) {
    settings.named(name);
    return new DefaultEndpoint(uri, this) {
      @Override
      public Consumer createConsumer(Processor processor) {
        return new WebhookConsumer(this, processor, name, doors);
      }

      @Override
      public Producer createProducer() {
        throw new UnsupportedOperationException("webhook:%s only takes messages".formatted(name));
      }
    };
  }
}
