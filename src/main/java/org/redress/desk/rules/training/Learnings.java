package org.redress.desk.rules.training;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.redress.desk.rules.training.Outcome.Kind;
import org.redress.ticket.History;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Learns in the background, every night and on demand, never twice at once. */
@Component
class Learnings implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(Learnings.class);

  private final Learner learner;
  private final MessageSource messages;
  private final Clock clock;
  private final AtomicBoolean running = new AtomicBoolean();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          run -> {
            var learning = new Thread(run, "learning");
            learning.setDaemon(true);
            learning.setPriority(Thread.MIN_PRIORITY);
            return learning;
          });
  private volatile @Nullable Outcome last;

  Learnings(Learner learner, MessageSource messages, Clock clock) {
    this.learner = learner;
    this.messages = messages;
    this.clock = clock;
  }

  @Scheduled(cron = "${redress.training.nightly:0 30 2 * * *}")
  void everyNight() {
    // A night's learning improves a model that somebody wanted; the first is asked for by a person.
    if (learner.inForce().isPresent()) {
      begin(History.REDRESS, Locale.getDefault());
    }
  }

  /** Begins, unless it has begun already. */
  void begin(String actor, Locale locale) {
    if (running.compareAndSet(false, true)) {
      var title = messages.getMessage("training.draft", null, locale);
      thread.execute(() -> learn(actor, title));
    }
  }

  private void learn(String actor, String title) {
    try {
      last = learner.learn(actor, title);
      LOG.info("Learnt from tickets: {}", last);
    } catch (RuntimeException e) {
      LOG.error("Learning from tickets failed", e);
      last = new Outcome(Kind.FAILED, clock.instant(), 0, 0, null, null, null);
    } finally {
      running.set(false);
    }
  }

  boolean isRunning() {
    return running.get();
  }

  /** What came of the last time since the service was started. */
  Optional<Outcome> last() {
    return Optional.ofNullable(last);
  }

  @Override
  public void destroy() {
    thread.shutdownNow();
  }
}
