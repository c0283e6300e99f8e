package org.redress.intake.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.redress.intake.source.Connection;
import org.redress.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the records of a topic to a route, all that one look brings as one list of bytes, and
 * commits their offsets when the route has stored them. What fails is read again from the last
 * commit, after a pause.
 */
final class TopicConsumer extends DefaultConsumer implements Connection {

  private static final Logger LOG = LoggerFactory.getLogger(TopicConsumer.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LEAVE_WITHIN = Duration.ofSeconds(1);
  private static final long STOP_WITHIN_MILLIS = 2_500;

  /** So many looks without a connection, and the cluster counts as out of reach. */
  private static final int PATIENCE = 3;

  private final String topic;
  private final Map<String, Object> settings;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private Duration pause = FIRST_PAUSE;
  private int looksAlone;
  private @Nullable Thread thread;
  private volatile @Nullable KafkaConsumer<byte[], byte[]> open;
  private volatile boolean connectedOnce;
  private volatile @Nullable Text problem;

  TopicConsumer(
      Endpoint endpoint, Processor processor, String topic, Map<String, Object> settings) {
    super(endpoint, processor);
    this.topic = topic;
    this.settings = settings;
  }

  @Override
  public boolean connectedOnce() {
    return connectedOnce;
  }

  @Override
  public Optional<Text> problem() {
    return Optional.ofNullable(problem);
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    thread = new Thread(this::work, "kafka-" + topic);
    thread.setDaemon(true);
    thread.start();
  }

  /** A hand-over under way goes on and ends by itself. */
  @Override
  protected void doStop() throws Exception {
    stopping.countDown();
    var reading = open;
    if (reading != null) {
      reading.wakeup();
    }
    if (thread != null) {
      thread.join(STOP_WITHIN_MILLIS);
    }
    super.doStop();
  }

  private boolean stopped() {
    return stopping.getCount() == 0;
  }

  private void work() {
    while (!stopped()) {
      try {
        read();
      } catch (WakeupException woken) {
        LOG.debug("Topic {}: stopping", topic);
      } catch (Exception e) {
        trouble(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        rest();
      }
    }
  }

  private void read() throws Exception {
    var reading = new KafkaConsumer<byte[], byte[]>(settings);
    try {
      open = reading;
      reading.subscribe(List.of(topic));
      while (!stopped()) {
        look(reading);
      }
    } finally {
      open = null;
      reading.close(CloseOptions.timeout(LEAVE_WITHIN));
    }
  }

  private void look(KafkaConsumer<byte[], byte[]> reading) throws Exception {
    var messages = new ArrayList<byte[]>();
    for (var record : reading.poll(LOOK)) {
      if (record.value() != null) { // a record without value only says that its key is gone
        messages.add(record.value());
      }
    }
    if (!messages.isEmpty()) {
      handOver(messages);
      reading.commitSync();
      pause = FIRST_PAUSE;
    }
    watch(!messages.isEmpty() || isConnected(reading));
  }

  private void handOver(List<byte[]> messages) throws Exception {
    Exchange exchange = createExchange(false);
    try {
      exchange.getMessage().setBody(messages);
      getProcessor().process(exchange);
      if (exchange.getException() != null) {
        throw exchange.getException();
      }
    } finally {
      releaseExchange(exchange, false);
    }
  }

  /** The client goes on trying without a word when no broker answers; only its figures tell. */
  private static boolean isConnected(KafkaConsumer<byte[], byte[]> reading) {
    return reading.metrics().values().stream()
        .filter(metric -> metric.metricName().name().equals("connection-count"))
        .anyMatch(metric -> metric.metricValue() instanceof Number n && n.doubleValue() > 0);
  }

  private void watch(boolean connected) {
    if (connected) {
      looksAlone = 0;
      connectedOnce = true;
      problem = null;
    } else if (++looksAlone >= PATIENCE) {
      trouble("no broker answers at " + settings.get("bootstrap.servers"));
    }
  }

  private void trouble(String reason) {
    var told =
        new Text(
                "the topic %s cannot be read: %s. It is tried again and again."
                    + " Check redress.kafka and whether the cluster runs.",
                "主题 %s 无法读取：%s。系统会不断重试。请检查 redress.kafka 以及集群是否在运行。")
            .formatted(topic, reason.replaceAll("\\.$", ""));
    if (!told.equals(problem)) {
      LOG.warn("{}", told.en());
    }
    problem = told;
  }

  private void rest() {
    try {
      if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("Topic {}: stopping", topic);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping.countDown();
    }
    var longer = pause.multipliedBy(2);
    pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
  }
}
