package org.redress.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
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
import org.redress.decision.backtest.Outcome;
import org.redress.decision.backtest.Past;
import org.redress.decision.backtest.Redeciding;
import org.redress.decision.backtest.Tally;
import org.redress.decision.file.RuleFiles;
import org.redress.decision.rulebook.RuleBook;
import tools.jackson.databind.json.JsonMapper;

/**
 * Past complaints decided by a draft of the shipped rules, with their decisions on record as the
 * database gives them: reading the record is part of it, the query is not.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class BackTestBenchmark {

  private static final int COMPLAINTS = 500;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private record Kept(String text, String document) {}

  /** A late question, an early one that all others build on, or the words themselves. */
  @Param({"team/team.csv", "emotion/emotion.csv", "vocabulary/staff.csv"})
  private String changed;

  private RuleBook after;
  private Redeciding redeciding;
  private List<Kept> past;

  /** Decides the texts of the shipped examples, and changes one file. */
  @Setup
  public void decide() {
    var files = RuleFiles.in(Path.of("rules"));
    var before = RuleBook.of(files);
    after = RuleBook.of(changed(files));
    redeciding = new Redeciding(before, after);
    past =
        before.examples().stream()
            .filter(example -> !example.given().text.isEmpty())
            .limit(COMPLAINTS)
            .map(example -> kept(before, example.given().text))
            .toList();
  }

  /** Without the last row, and without the examples that may name it. */
  private RuleFiles changed(RuleFiles files) {
    var less = files.with(changed, withoutLastRow(files.content(changed)));
    var examples = changed.substring(0, changed.indexOf('/')) + "/examples.yml";
    return files.content(examples) == null
        ? less
        : less.with(examples, "[]".getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] withoutLastRow(byte[] table) {
    var text = new String(table, StandardCharsets.UTF_8).stripTrailing();
    return text.substring(0, text.lastIndexOf('\n') + 1).getBytes(StandardCharsets.UTF_8);
  }

  private static Kept kept(RuleBook book, String text) {
    var circumstances =
        new Circumstances("email", "en", LocalDateTime.of(2026, 11, 22, 12, 0), "gold", Map.of());
    var decision = Asking.decide(book, new Case(text, circumstances));
    return new Kept(text, JSON.writeValueAsString(decision));
  }

  /** All of them; the figure is complaints a second. */
  @Benchmark
  @OperationsPerInvocation(COMPLAINTS)
  public Outcome backtest() {
    var tally = new Tally(after);
    for (var kept : past) {
      var recorded = JSON.readValue(kept.document(), Decision.class);
      tally.add("1", redeciding.decide(new Past(1, kept.text(), Instant.EPOCH, recorded)));
    }
    return tally.outcome();
  }
}
