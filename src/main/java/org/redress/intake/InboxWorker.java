package org.redress.intake;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.redress.intake.Inbox.Received;
import org.redress.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Threads that take waiting messages out of the inbox, a batch in one transaction. When a batch
 * fails, each of its messages is tried alone, so that one bad message holds nobody up; the bad one
 * is tried again later and in the end parked with its reason.
 */
@Component
class InboxWorker implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(InboxWorker.class);
  private static final long LONGEST_SLEEP_MS = 500;
  private static final int TRIES = 3;

  private static final Text NO_TICKET =
      new Text(
          "The message is whole, but no ticket could be made of it: %s. Mend that, then try again.",
          "消息完整，但未能生成工单：%s。请先排除原因，再重试。");

  /** What a database adds to its own words, and tells readers of the failure desk nothing. */
  private static final Pattern STATEMENT = Pattern.compile("; SQL statement:.*");

  private final Inbox inbox;
  private final Processing processing;
  private final TransactionTemplate transaction;
  private final IntakeSettings settings;
  private final Clock clock;
  private final Semaphore work = new Semaphore(0);
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running;

  InboxWorker(
      Inbox inbox,
      Processing processing,
      PlatformTransactionManager transactions,
      IntakeSettings settings,
      Clock clock) {
    this.inbox = inbox;
    this.processing = processing;
    this.transaction = new TransactionTemplate(transactions);
    this.settings = settings;
    this.clock = clock;
  }

  @EventListener
  void wake(Intake.Stored stored) {
    work.release(settings.workers());
  }

  @Override
  public void start() {
    running = true;
    for (int i = 1; i <= settings.workers(); i++) {
      var thread = new Thread(this::workOn, "inbox-" + i);
      threads.add(thread);
      thread.start();
    }
  }

  private void workOn() {
    while (running) {
      try {
        if (takeBatch() == 0) {
          work.tryAcquire(LONGEST_SLEEP_MS, TimeUnit.MILLISECONDS);
          work.drainPermits();
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.error("The inbox cannot be worked on; trying again", e);
        pause();
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(LONGEST_SLEEP_MS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }

  /** How many messages were taken; 0 when none waits. */
  private int takeBatch() {
    for (int tried = 1; ; tried++) {
      var claimed = new ArrayList<Received>();
      try {
        transaction.executeWithoutResult(status -> claimAndProcess(claimed, status));
        return claimed.size();
      } catch (RuntimeException e) {
        if (claimed.isEmpty()) {
          throw e;
        }
        if (!crossed(e) || tried == TRIES) {
          LOG.warn(
              "{} messages failed together, trying each alone: {}", claimed.size(), e.toString());
          claimed.forEach(this::takeOne);
          return claimed.size();
        }
      }
    }
  }

  private void claimAndProcess(List<Received> claimed, TransactionStatus status) {
    claimed.addAll(inbox.claim(settings.batchSize()));
    if (claimed.isEmpty()) {
      status.setRollbackOnly();
    } else {
      processing.process(claimed);
    }
  }

  /** Two workers met the same new customer, or each other's locks; the other one has committed. */
  private static boolean crossed(RuntimeException e) {
    return e instanceof DuplicateKeyException || e instanceof TransientDataAccessException;
  }

  private void takeOne(Received received) {
    try {
      transaction.executeWithoutResult(
          status ->
              inbox.claimOne(received.id()).ifPresent(one -> processing.process(List.of(one))));
    } catch (RuntimeException e) {
      transaction.executeWithoutResult(
          status -> inbox.claimOne(received.id()).ifPresent(one -> failed(one, e)));
    }
  }

  private void failed(Received received, RuntimeException e) {
    var envelope = received.envelope();
    var name = envelope.channel() + "/" + envelope.externalId();
    if (e instanceof Understanding.Unreadable unreadable) {
      LOG.warn("Message {} is parked on the failure desk: {}", name, unreadable.reason().en());
      inbox.park(received, unreadable.reason());
    } else if (received.attempts() + 1 >= settings.attempts()) {
      LOG.error("Message {} is parked on the failure desk", name, e);
      inbox.park(received, reason(e));
    } else {
      var wait = settings.retryAfter().multipliedBy(1L << received.attempts());
      LOG.warn("Message {} failed, trying again in {}: {}", name, wait, e.toString());
      inbox.retryAt(received, clock.instant().plus(wait), reason(e));
    }
  }

  private static Text reason(RuntimeException e) {
    var cause = NestedExceptionUtils.getMostSpecificCause(e);
    var said = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return NO_TICKET.formatted(
        STATEMENT.matcher(said.lines().findFirst().orElse("")).replaceFirst(""));
  }

  @Override
  public void stop() {
    running = false;
    // Never interrupted: an interrupt in the midst of writing closes the embedded database.
    work.release(threads.size());
    for (var thread : threads) {
      try {
        thread.join(TimeUnit.SECONDS.toMillis(10));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    threads.clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
