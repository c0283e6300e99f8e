package org.redress.desk.queue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.Function;
import org.redress.ticket.feed.TicketFeed;

/**
 * Figures that many screens show and that are counted once for all: anew when a ticket changed, but
 * not more than once a second, and after a while anyway, for time passes.
 */
final class Fresh<K, V> {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long OLD = Duration.ofSeconds(15).toNanos();

  private final Cache<K, Counted<V>> counted =
      Caffeine.newBuilder().maximumSize(1_000).expireAfterAccess(Duration.ofMinutes(10)).build();
  private final TicketFeed feed;
  private final Function<K, V> count;

  Fresh(TicketFeed feed, Function<K, V> count) {
    this.feed = feed;
    this.count = count;
  }

  private record Counted<V>(V figure, long version, long at) {}

  V of(K key) {
    var now = System.nanoTime();
    var version = feed.version();
    return counted
        .asMap()
        .compute(
            key,
            (same, before) ->
                before == null || isStale(before, version, now)
                    ? new Counted<>(count.apply(same), version, System.nanoTime())
                    : before)
        .figure();
  }

  private static boolean isStale(Counted<?> before, long version, long now) {
    var age = now - before.at();
    return age > OLD || before.version() != version && age > SECOND;
  }
}
