package org.redress.desk.rules.training;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.redress.desk.rules.training.Outcome.Kind;
import org.redress.ticket.History;
import org.redress.ticket.correction.LabelledTickets.Question;
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
  private final Map<Question, Outcome> last = new ConcurrentHashMap<>();

  Learnings(Learner learner, MessageSource messages, Clock clock) {
    this.learner = learner;
    this.messages = messages;
    this.clock = clock;
  }

  @Scheduled(cron = "${redress.training.nightly:0 30 2 * * *}")
  void everyNight() {
    // A night's learning improves a model that somebody wanted; the first is asked for by a person.
    var wanted =
        Stream.of(Question.values()).filter(each -> learner.inForce(each).isPresent()).toList();
    begin(wanted, History.REDRESS, Locale.getDefault());
  }

  /** Begins with one question after the other, unless it has begun already. */
  void begin(List<Question> questions, String actor, Locale locale) {
    if (running.compareAndSet(false, true)) {
      thread.execute(
          () -> {
            questions.forEach(question -> last.put(question, learn(question, actor, locale)));
            running.set(false);
          });
    }
  }

  private Outcome learn(Question question, String actor, Locale locale) {
    try {
      var named = messages.getMessage("question." + question.key(), null, locale);
      var title = messages.getMessage("training.draft", new Object[] {named}, locale);
      var outcome = learner.learn(question, actor, title);
      LOG.info("Learnt from tickets, {}: {}", question.key(), outcome);
      return outcome;
    } catch (RuntimeException e) {
      LOG.error("Learning from tickets failed, {}", question.key(), e);
      return new Outcome(Kind.FAILED, clock.instant(), 0, 0, null, null, null);
    }
  }

  boolean isRunning() {
    return running.get();
  }

  /** What came of the last time since the service was started. */
  Optional<Outcome> last(Question question) {
    return Optional.ofNullable(last.get(question));
  }

  @Override
  public void destroy() {
    thread.shutdownNow();
  }
}
