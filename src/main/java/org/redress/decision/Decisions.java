package org.redress.decision;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.redress.decision.rulebook.RuleBook;

/** Decides complaints by the rule book that is active at the moment. Safe for many threads. */
public class Decisions {

  private final AtomicReference<RuleBook> active;

  /** Starts with a rule book that is already checked and compiled. */
  public Decisions(RuleBook first) {
    this.active = new AtomicReference<>(first);
  }

  /** Decides one complaint. */
  public Decision decide(Case complaint) {
    return Asking.decide(active.get(), complaint);
  }

  /** Runs all examples of the active rule book; see {@link ExampleRun}. */
  public List<ExampleRun.Result> testExamples() {
    return ExampleRun.of(active.get());
  }

  /** The rule book in force. */
  public RuleBook active() {
    return active.get();
  }

  /** Puts another rule book into force; decisions under way finish with the one they began with. */
  void activate(RuleBook book) {
    active.set(book);
  }
}
