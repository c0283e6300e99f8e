package org.redress.bench;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.redress.decision.Asking;
import org.redress.decision.Case;
import org.redress.decision.Circumstances;
import org.redress.decision.Decision;
import org.redress.decision.rule.NumberFact;
import org.redress.decision.rulebook.RuleBook;

/** One complaint of 200 words with five known phrases, decided by books of growing size. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecideBenchmark {

  @Param({"100", "1000", "10000"})
  private int rules;

  private RuleBook book;
  private Case complaint;

  /** Builds the book. */
  @Setup
  public void build() {
    book = RuleBook.of(GeneratedBook.of(rules));
    var text =
        "The quick brown fox complains at length about many things. ".repeat(20)
            + "phrase7 phrase17 phrase27 phrase37 短语47号";
    complaint =
        new Case(
            text,
            new Circumstances(
                "email",
                "en",
                LocalDateTime.of(2026, 11, 22, 12, 0),
                "gold",
                Map.of(NumberFact.VALUE, 2500.0)));
  }

  /** Finds the words and asks the question. */
  @Benchmark
  public Decision decide() {
    return Asking.decide(book, complaint);
  }
}
