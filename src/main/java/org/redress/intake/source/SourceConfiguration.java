package org.redress.intake.source;

import java.util.HashMap;
import org.apache.camel.Component;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;

/**
 * Camel finds these by their names, one for each Camel context, when a route asks for the scheme; a
 * site without such routes never loads their libraries.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({Sources.class, KafkaSettings.class})
class SourceConfiguration {

  @Bean("kafka-component")
  @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
  Component kafka(KafkaSettings settings) {
    if (settings.brokers() == null) {
      throw new IllegalArgumentException(
          "redress.kafka.brokers is missing in the settings; write the cluster's host:port there");
    }
    var kafka = new KafkaComponent();
    var reading = kafka.getConfiguration();
    reading.setBrokers(settings.brokers());
    reading.setGroupId(settings.group());
    reading.setAdditionalProperties(new HashMap<>(settings.properties()));
    reading.setValueDeserializer(ByteArrayDeserializer.class.getName());
    reading.setAutoOffsetReset("earliest");
    reading.setAutoCommitEnable(false);
    reading.setAllowManualCommit(true);
    reading.setBreakOnFirstError(true);
    kafka.setKafkaManualCommitFactory(new CommitWhenStored());
    return kafka;
  }

  @Bean("sftp-component")
  @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
  Component sftp(Sources sources) {
    return new SftpFolders(sources);
  }

  @Bean("feed-component")
  @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
  Component feed(Sources sources) {
    return new FeedComponent(sources);
  }
}
