package org.redress.bench;

import java.sql.DriverManager;
import java.time.Instant;
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
import org.openjdk.jmh.annotations.Warmup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.redress.RedressApplication;
import org.redress.TestSite;
import org.redress.deadline.ManyDeadlines;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 100,000 deadlines due at once, from the first look until each has taken its two steps (reminder
 * and deadline), with history, escalation rows and what is to be told.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DeadlinesBenchmark {

  private static final int DEADLINES = 100_000;

  @Param({"h2", "postgresql"})
  private String database;

  private EmbeddedPostgres postgres;
  private ConfigurableApplicationContext service;
  private JdbcClient jdbc;

  /** Starts the service and puts the tickets in, their deadlines far away as yet. */
  @Setup(Level.Trial)
  public void start() throws Exception {
    var settings = TestSite.settings();
    settings.put("server.port", "0");
    if (database.equals("postgresql")) {
      postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "on").start();
      settings.put("spring.datasource.url", postgres.getJdbcUrl("postgres", "postgres"));
      settings.put("spring.datasource.username", "postgres");
    }
    service =
        SpringApplication.run(
            RedressApplication.class,
            settings.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new));
    jdbc = service.getBean(JdbcClient.class);
    var user = postgres == null ? "sa" : "postgres";
    try (var connection =
        DriverManager.getConnection(settings.get("spring.datasource.url"), user, "")) {
      var now = Instant.now();
      ManyDeadlines.insert(connection, DEADLINES, now.minusSeconds(1), now);
    }
  }

  /** Waits until all steps are taken. */
  @Benchmark
  public long handled() throws InterruptedException {
    while (taken() < 2L * DEADLINES) {
      Thread.sleep(100);
    }
    return taken();
  }

  private long taken() {
    return jdbc.sql("select count(*) from deadline_step").query(Long.class).single();
  }

  @TearDown(Level.Trial)
  public void stop() throws Exception {
    service.close();
    if (postgres != null) {
      postgres.close();
    }
  }
}
