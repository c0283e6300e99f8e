package org.redress.intake.kafka;

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
 * Camel's scheme {@code kafka}: {@code kafka:TOPIC}. Each Camel context has one of its own; Camel
 * finds it by the bean's name when a route asks for it.
 */
@Component("kafka-component")
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@EnableConfigurationProperties(KafkaSettings.class)
final class KafkaTopics extends DefaultComponent {

  private final KafkaSettings settings;

  KafkaTopics(KafkaSettings settings) {
    this.settings = settings;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String topic, Map<String, Object> parameters) {
    var client = settings.client();
    return new DefaultEndpoint(uri, this) {
      @Override
      public Consumer createConsumer(Processor processor) {
        return new TopicConsumer(this, processor, topic, client);
      }

      @Override
      public Producer createProducer() {
        throw new UnsupportedOperationException("kafka:%s can only be read".formatted(topic));
      }
    };
  }
}
