package org.redress.intake.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.redress.intake.source.MissingSetting;
import org.redress.text.Text;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The Kafka cluster that {@code kafka:TOPIC} reads from.
 *
 * @param brokers its first addresses, as host:port with commas between
 * @param group the consumer group; its nodes share the partitions
 * @param properties more settings of the Kafka client, such as {@code security.protocol}
 */
@ConfigurationProperties("redress.kafka")
record KafkaSettings(
    @Nullable String brokers,
    @DefaultValue("redress") String group,
    @DefaultValue Map<String, String> properties) {

  /** What the client is told; offsets are committed by hand, when the records are stored. */
  Map<String, Object> client() {
    if (brokers == null) {
      throw new MissingSetting(
          new Text(
              "redress.kafka.brokers is missing. Write the cluster's host:port there, in"
                  + " config/application.yml, and start the service again.",
              "缺少 redress.kafka.brokers。请在 config/application.yml 中填写集群的 host:port，并重新启动服务。"));
    }
    var client = new HashMap<String, Object>(properties);
    client.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
    client.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    client.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    client.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    client.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    client.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    return client;
  }
}
