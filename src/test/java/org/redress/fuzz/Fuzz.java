package org.redress.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.redress.fuzz.Door.Told;
import org.redress.intake.call.CallRecords;
import org.redress.intake.phone.CallNotes;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives a running service damaged messages and asks what became of each: received and counted, or
 * plainly refused to its sender; and in the end every received one a ticket, joined, set aside or
 * waiting on the failure desk with its reason.
 */
public final class Fuzz {

  private static final Duration PATIENCE = Duration.ofMinutes(20);

  private static final int SOMETIMES = 5_000;

  private final ApplicationContext service;
  private final Door door;
  private final Map<Told, Integer> told = new TreeMap<>();
  private final Map<String, Long> before;
  private long slowestNanos;

  /** The readers that can be tried. */
  public enum Reader {
    FORM,
    WEBHOOK,
    CALLS
  }

  /** Tries a reader of a running service. */
  public Fuzz(ApplicationContext service, Reader reader, long randomness) throws Exception {
    this.service = service;
    this.door =
        switch (reader) {
          case FORM -> new FormDoor(service.getEnvironment(), randomness);
          case WEBHOOK -> new WebhookDoor(service.getEnvironment(), randomness);
          case CALLS ->
              new CallDoor(
                  service.getBean(CallNotes.class), service.getBean(CallRecords.class), randomness);
        };
    this.before = figures();
  }

  /** Sends so many cases and waits until each is accounted for. */
  public Fuzz run(int cases) throws Exception {
    try (door) {
      for (int i = 0; i < cases; i++) {
        if (i > 0 && i % SOMETIMES == 0) {
          System.out.printf("%d cases, the slowest took %d ms%n", i, slowestMillis());
        }
        var received = received();
        var start = System.nanoTime();
        var answer = door.next();
        slowestNanos = Math.max(slowestNanos, System.nanoTime() - start);
        told.merge(answer, 1, Integer::sum);
        if (answer == Told.RECEIVED) {
          assertThat(received()).as("case %d: %s", i, door.shown()).isGreaterThan(received);
        } else if (answer == Told.REFUSED) {
          assertThat(received()).as("case %d: %s", i, door.shown()).isEqualTo(received);
        }
      }
      await().atMost(PATIENCE).until(() -> fates().getOrDefault("waiting", 0L) == 0);
    }
    assertThat(brokenLater()).isEmpty();
    return this;
  }

  /** What was received by this door since the service started, the same message again included. */
  private double received() {
    return service.getBean(MeterRegistry.class).find("redress.channel.messages").counters().stream()
        .filter(counter -> counter.getId().getTag("channel").startsWith(door.channels()))
        .filter(counter -> counter.getId().getTag("outcome").matches("received|duplicate"))
        .mapToDouble(counter -> counter.count())
        .sum();
  }

  private Map<String, Long> figures() {
    var fates = new TreeMap<String, Long>();
    service
        .getBean(JdbcClient.class)
        .sql("select status, count(*) from inbox where channel like ? group by status")
        .param(door.channels() + "%")
        .query(
            row -> {
              fates.put(row.getString(1), row.getLong(2));
            });
    return fates;
  }

  /** What became of what was received. */
  public Map<String, Long> fates() {
    var fates = figures();
    before.forEach((status, count) -> fates.merge(status, -count, Long::sum));
    return fates;
  }

  /** What the readers let through and could not become a ticket all the same: there is none. */
  private List<String> brokenLater() {
    return service
        .getBean(JdbcClient.class)
        .sql(
            "select reason from inbox where channel like ? and reason like 'The message is whole%'")
        .param(door.channels() + "%")
        .query(String.class)
        .list();
  }

  /** What the senders were told. */
  public Map<Told, Integer> told() {
    return told;
  }

  /** How long the slowest answer took, in milliseconds. */
  public long slowestMillis() {
    return slowestNanos / 1_000_000;
  }
}
