package org.redress.intake.source;

import java.util.Map;
import org.jspecify.annotations.Nullable;
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
    @DefaultValue Map<String, String> properties) {}
