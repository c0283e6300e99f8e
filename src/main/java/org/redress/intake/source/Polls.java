package org.redress.intake.source;

import java.util.Optional;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.jspecify.annotations.Nullable;
import org.redress.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers how the last look at a source ended; a new kind of failure is logged once. */
final class Polls implements PollingConsumerPollStrategy, Connection {

  private static final Logger LOG = LoggerFactory.getLogger(Polls.class);

  private static final Text UNREADABLE =
      new Text(
          "%s cannot be read: %s. It is tried again and again. Check %s and whether the server runs.",
          "%s 无法读取：%s。系统会不断重试。请检查 %s 以及服务器是否在运行。");

  private final String source;
  private final String settings;
  private volatile boolean connectedOnce;
  private volatile @Nullable Text problem;

  /**
   * Watches one source.
   *
   * @param source as people know it
   * @param settings where it is described, for the one who mends it
   */
  Polls(String source, String settings) {
    this.source = source;
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
  public boolean begin(Consumer consumer, Endpoint endpoint) {
    return true;
  }

  @Override
  public void commit(Consumer consumer, Endpoint endpoint, int polled) {
    connectedOnce = true;
    problem = null;
  }

  /** Never tries again by itself: the next look is soon enough. */
  @Override
  public boolean rollback(Consumer consumer, Endpoint endpoint, int tried, Exception why) {
    Throwable root = why;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    var reason = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    var told =
        UNREADABLE.formatted(
            source, reason.lines().findFirst().orElse("").replaceAll("\\.$", ""), settings);
    if (!told.equals(problem)) {
      LOG.warn("{}", told.en());
    }
    problem = told;
    return false;
  }
}
