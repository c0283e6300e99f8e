package org.redress.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts what someone does within a time and says when it is enough. Remembers the {@value
 * #MOST_REMEMBERED} most recent ones only, so that a flood of invented names cannot fill the
 * memory.
 */
public final class Limit {

  static final int MOST_REMEMBERED = 10_000;

  private final int most;
  private final Duration window;
  private final Clock clock;
  private final Map<String, Count> counts = new RecentlyUsed();

  /** Allows {@code most} within {@code window}, counted from the first. */
  public Limit(int most, Duration window, Clock clock) {
    this.most = most;
    this.window = window;
    this.clock = clock;
  }

  private record Count(int number, Instant until) {}

  private static final class RecentlyUsed extends LinkedHashMap<String, Count> {

    private static final long serialVersionUID = 1L;

    RecentlyUsed() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
      return size() > MOST_REMEMBERED;
    }
  }

  /** How long to wait before the next try; zero when it is allowed now. */
  public synchronized Duration waitFor(String who) {
    var count = counts.get(who);
    if (count == null || count.number() < most || !count.until().isAfter(clock.instant())) {
      return Duration.ZERO;
    }
    return Duration.between(clock.instant(), count.until());
  }

  /** Counts one try. */
  public synchronized void count(String who) {
    var now = clock.instant();
    var count = counts.get(who);
    var running = count != null && count.until().isAfter(now);
    counts.put(
        who,
        running ? new Count(count.number() + 1, count.until()) : new Count(1, now.plus(window)));
  }

  /** Forgets earlier tries. */
  public synchronized void forget(String who) {
    counts.remove(who);
  }
}
