package org.redress.intake.figures;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.intake.figures.ChannelHours.Delta;
import org.redress.intake.figures.ChannelHours.Slot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts messages by channel and outcome: as the metrics {@code redress.channel.messages} and
 * {@code redress.channel.lag} at once, and every few seconds into the database, so that the way of
 * a message costs no round trip more. A crash loses the count of those seconds, never a message.
 */
@Component
public class ChannelTally {

  private static final Logger LOG = LoggerFactory.getLogger(ChannelTally.class);

  private final MeterRegistry meters;
  private final ChannelHours hours;
  private final Clock clock;
  private Map<Slot, Delta> pending = new HashMap<>();

  ChannelTally(MeterRegistry meters, ChannelHours hours, Clock clock) {
    this.meters = meters;
    this.hours = hours;
    this.clock = clock;
  }

  /** Counts one message for each of these channels, once the transaction at hand is committed. */
  public void count(Collection<String> channels, Outcome outcome) {
    afterCommit(() -> channels.forEach(channel -> note(channel, outcome)));
  }

  /** Counts a message, once the transaction at hand is committed. */
  public void count(String channel, Outcome outcome) {
    count(List.of(channel), outcome);
  }

  /**
   * Notes how long messages took from arrival to ticket, once the transaction at hand is committed.
   */
  public void lag(String channel, Collection<Duration> lags) {
    afterCommit(() -> lags.forEach(lag -> noteLag(channel, lag)));
  }

  private static void afterCommit(Runnable count) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      count.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            count.run();
          }
        });
  }

  private void note(String channel, Outcome outcome) {
    Counter.builder("redress.channel.messages")
        .description("Messages by channel and by what became of them, since the start")
        .tag("channel", channel)
        .tag("outcome", outcome.key())
        .register(meters)
        .increment();
    synchronized (this) {
      delta(channel).add(outcome, clock.instant());
    }
  }

  private void noteLag(String channel, Duration lag) {
    var bounded = lag.isNegative() ? Duration.ZERO : lag;
    Timer.builder("redress.channel.lag")
        .description("From a message's arrival to its ticket")
        .tag("channel", channel)
        .register(meters)
        .record(bounded);
    synchronized (this) {
      delta(channel).addLag(bounded);
    }
  }

  private Delta delta(String channel) {
    var hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
    return pending.computeIfAbsent(new Slot(channel, hour), slot -> new Delta());
  }

  /** Writes down what was counted; what cannot be written is kept for the next time. */
  @PreDestroy
  @Scheduled(fixedDelayString = "${redress.channel-health.write:5s}")
  public void write() {
    Map<Slot, Delta> taken;
    synchronized (this) {
      taken = pending;
      pending = new HashMap<>();
    }
    if (taken.isEmpty()) {
      return;
    }
    try {
      hours.add(taken);
    } catch (RuntimeException e) {
      LOG.warn("Figures of channels cannot be written, trying again: {}", e.toString());
      synchronized (this) {
        taken.forEach((slot, delta) -> pending.merge(slot, delta, Delta::plus));
      }
    }
  }
}
