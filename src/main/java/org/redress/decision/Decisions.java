package org.redress.decision;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redress.decision.rulebook.RuleBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides complaints by the rule book that is in force at the moment. Safe for many threads: a
 * decision under way finishes by the book it began with.
 */
public class Decisions {

  private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);

  /**
   * What is in force.
   *
   * @param lastGood the book before it, should this one fail
   */
  private record InForce(CompletableFuture<RuleBook> book, @Nullable RuleBook lastGood) {

    /**
     * The book, once it is loaded.
     *
     * @throws org.redress.decision.finding.RuleBookBroken when the first one cannot be used
     */
    RuleBook loaded() {
      try {
        return book.join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof RuntimeException cause ? cause : e;
      }
    }
  }

  private volatile InForce inForce;

  /** Starts with a rule book that is ready. */
  public Decisions(RuleBook first) {
    this(CompletableFuture.completedFuture(first));
  }

  private Decisions(CompletableFuture<RuleBook> first) {
    this.inForce = new InForce(first, null);
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

  /**
   * Decides one complaint; a book that fails on it is replaced by the one before, for this once.
   */
  public Decision decide(Case complaint) {
    var now = inForce;
    var book = now.loaded();
    try {
      return Asking.decide(book, complaint);
    } catch (RuntimeException e) {
      if (now.lastGood() == null) {
        throw e;
      }
      LOG.error(
          "Rule book {} cannot decide a complaint, {} does: {}",
          book.version(),
          now.lastGood().version(),
          e.getMessage(),
          e);
      return Asking.decide(now.lastGood(), complaint);
    }
  }

  /**
   * The rule book in force.
   *
   * @throws org.redress.decision.finding.RuleBookBroken when the first one cannot be used
   */
  public RuleBook active() {
    return inForce.loaded();
  }

  /** Puts another rule book into force. */
  public synchronized void activate(RuleBook book) {
    inForce = new InForce(CompletableFuture.completedFuture(book), active());
  }
}
