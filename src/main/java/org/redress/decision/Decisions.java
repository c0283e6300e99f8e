package org.redress.decision;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.redress.decision.rulebook.RuleBook;

/** Decides complaints by the rule book that is active at the moment. Safe for many threads. */
public class Decisions {

  private volatile CompletableFuture<RuleBook> active;

  /** Starts with a rule book that is ready. */
  public Decisions(RuleBook first) {
    this.active = CompletableFuture.completedFuture(first);
  }

  private Decisions(CompletableFuture<RuleBook> first) {
    this.active = first;
  }

  /** Starts to load the first rule book in the background; who decides meanwhile waits for it. */
  static Decisions loading(Supplier<RuleBook> first) {
    return new Decisions(CompletableFuture.supplyAsync(first, Decisions::inThread));
  }

  /** The pool's own threads do not see the classes inside the packaged jar; a new thread does. */
  private static void inThread(Runnable loading) {
    var thread = new Thread(loading, "rule-book");
    thread.setDaemon(true);
    thread.start();
  }

  /** Decides one complaint. */
  public Decision decide(Case complaint) {
    return Asking.decide(active(), complaint);
  }

  /**
   * The rule book in force.
   *
   * @throws org.redress.decision.file.RuleBookBroken when the first one cannot be used
   */
  public RuleBook active() {
    try {
      return active.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Puts another rule book into force; decisions under way finish with the one they began with. */
  public void activate(RuleBook book) {
    active = CompletableFuture.completedFuture(book);
  }
}
