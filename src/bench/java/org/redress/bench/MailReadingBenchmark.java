package org.redress.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.redress.intake.mail.Mail;
import org.redress.intake.mail.MailFuzz;
import org.redress.intake.mail.MailReader;

/** Mails read in a second on one core, over all published mails in turn. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 2, time = 4)
@Measurement(iterations = 3, time = 5)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class MailReadingBenchmark {

  private final MailReader reader = new MailReader();
  private List<byte[]> mails;
  private int next;

  @Setup
  public void load() throws Exception {
    mails = MailFuzz.seeds();
  }

  /** Reads the next mail. */
  @Benchmark
  public Mail read() {
    next = (next + 1) % mails.size();
    return reader.read(mails.get(next));
  }
}
