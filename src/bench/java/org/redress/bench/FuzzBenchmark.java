package org.redress.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Timeout;
import org.openjdk.jmh.annotations.Warmup;
import org.redress.RedressApplication;
import org.redress.TestSite;
import org.redress.fuzz.Fuzz;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * 100,000 damaged forms, webhook calls and call logs, given to the whole service: none stops it,
 * none takes over two seconds, each is accounted for, and the service stays within the 512 MB that
 * the fork is given.
 */
@State(Scope.Thread)
@Fork(value = 1, jvmArgs = "-Xmx512m")
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Timeout(time = 2, timeUnit = TimeUnit.HOURS)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class FuzzBenchmark {

  private static final long LIMIT_MILLIS = 2_000;

  /** Few at first, because a JVM that has just started is slow in itself. */
  private static final int WARM = 300;

  @Param({"FORM", "WEBHOOK", "CALLS"})
  private Fuzz.Reader reader;

  @Param("100000")
  private int cases;

  @Param("1")
  private long randomness;

  private ConfigurableApplicationContext service;

  /** Starts the service. */
  @Setup(Level.Trial)
  public void start() throws Exception {
    var settings = TestSite.settings();
    settings.put("server.port", "0");
    settings.put("logging.level.root", "off");
    settings.put("logging.level.org.redress", "off");
    service =
        new SpringApplication(RedressApplication.class)
            .run(
                settings.entrySet().stream()
                    .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
                    .toArray(String[]::new));
    new Fuzz(service, reader, randomness + 1).run(WARM);
  }

  /** Sends them all and waits for what becomes of them. */
  @Benchmark
  public Object send() throws Exception {
    var fuzz = new Fuzz(service, reader, randomness).run(cases);
    System.out.printf(
        "%n%s %d cases: %s, the slowest took %d ms; what was received: %s%n",
        reader, cases, fuzz.told(), fuzz.slowestMillis(), fuzz.fates());
    if (fuzz.slowestMillis() > LIMIT_MILLIS) {
      throw new AssertionError("an answer took " + fuzz.slowestMillis() + " ms");
    }
    return fuzz.fates();
  }

  /** Stops the service. */
  @TearDown(Level.Trial)
  public void stop() {
    service.close();
  }
}
