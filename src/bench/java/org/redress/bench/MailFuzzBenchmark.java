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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.redress.intake.mail.MailFuzz;

/**
 * 100,000 damaged mails: no exception, none over two seconds, and all within 128 MB of memory, which
 * the fork is given and would die of exceeding.
 */
@State(Scope.Thread)
@Fork(value = 1, jvmArgs = "-Xmx128m")
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class MailFuzzBenchmark {

  private static final long LIMIT_MILLIS = 2_000;

  @Param("100000")
  private int cases;

  @Param("1")
  private long randomness;

  /** Reads them all. */
  @Benchmark
  public int read() throws Exception {
    var fuzz = new MailFuzz(randomness);
    fuzz.run(cases);
    System.out.printf("%n%d cases, the slowest took %d ms%n", fuzz.cases(), fuzz.slowestMillis());
    if (fuzz.slowestMillis() > LIMIT_MILLIS) {
      throw new AssertionError("a mail took " + fuzz.slowestMillis() + " ms");
    }
    return fuzz.cases();
  }
}
