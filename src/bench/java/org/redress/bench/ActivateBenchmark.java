package org.redress.bench;

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
import org.redress.decision.file.Contents;
import org.redress.decision.file.RuleBookReader;
import org.redress.decision.file.RuleFiles;
import org.redress.decision.rulebook.RuleBook;

/** Reading and checking a book, and making it ready to be asked. */
@State(Scope.Thread)
@Fork(value = 1, jvmArgs = "-Xmx768m")
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ActivateBenchmark {

  @Param({"100", "1000", "5000", "10000"})
  private int rules;

  private RuleFiles files;

  /** Writes the files. */
  @Setup
  public void write() {
    files = GeneratedBook.of(rules);
  }

  /** Reads and checks. */
  @Benchmark
  public Contents check() {
    return RuleBookReader.read(files);
  }

  /** Reads, checks and compiles. */
  @Benchmark
  public RuleBook activate() {
    return RuleBook.of(files);
  }
}
