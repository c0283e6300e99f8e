package org.redress.decision.backtest;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.redress.decision.backtest.BackTest.Status;
import org.redress.decision.rulebook.RuleBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Runs rule books over past complaints, one run after the other on one thread of low priority, a
 * page at a time, so that intake goes on beside it.
 */
@Service
public class BackTests implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(BackTests.class);
  private static final int PAGE = 500;

  private final PastComplaints complaints;
  private final BackTestStore store;
  private final ExecutorService runs =
      Executors.newSingleThreadExecutor(
          run -> {
            var thread = new Thread(run, "back-test");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
          });

  BackTests(PastComplaints complaints, BackTestStore store) {
    this.complaints = complaints;
    this.store = store;
  }

  /**
   * Says of runs that ended with the service that they did. Those of other nodes end with them, as
   * nobody can tell them apart; a run takes seconds and is begun again by one click.
   */
  @EventListener(ContextRefreshedEvent.class)
  void endInterrupted() {
    store.endAll(Status.BROKEN_OFF);
  }

  /** Begins a run in the background. */
  public BackTest start(RuleBook before, RuleBook after, Scope scope, String actor) {
    var run = store.begin(before.version(), after.version(), scope, actor, complaints.count(scope));
    runs.execute(() -> runSafely(run, before, after));
    return run;
  }

  /** Ends a run that is under way. */
  public void cancel(long id) {
    store.end(id, Status.CANCELLED);
  }

  /** The run with this id. */
  public Optional<BackTest> find(long id) {
    return store.find(id);
  }

  /** The last run of a version. */
  public Optional<BackTest> latest(String newVersion) {
    return store.latest(newVersion);
  }

  private void runSafely(BackTest run, RuleBook before, RuleBook after) {
    try {
      run(run, before, after);
    } catch (RuntimeException e) {
      LOG.error("Back-test {} failed", run.id(), e);
      store.end(run.id(), Status.FAILED);
    }
  }

  private void run(BackTest run, RuleBook before, RuleBook after) {
    var redeciding = new Redeciding(before, after);
    var tally = new Tally(after);
    @Nullable Past last = null;
    int done = 0;
    while (done < run.total()) {
      var page = complaints.page(run.scope(), last, Math.min(PAGE, run.total() - done));
      if (page.isEmpty()) {
        break;
      }
      for (var past : page) {
        tally.add(String.valueOf(past.ticketId()), redeciding.decide(past));
      }
      last = page.get(page.size() - 1);
      done += page.size();
      if (!store.progress(run.id(), done)) {
        return;
      }
    }
    store.finish(run.id(), tally.outcome());
  }

  @Override
  public void destroy() {
    runs.shutdownNow();
  }
}
