package org.redress.intake.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Which mails could not be handed over, and until when each is left alone. */
final class Setbacks {

  private static final Duration LONGEST = Duration.ofMinutes(10);

  private record Setback(int times, Instant until) {}

  private final Map<String, Setback> byId = new HashMap<>();
  private final Clock clock;
  private final Duration shortest;

  /** The first rest lasts {@code shortest}; each failure doubles it, up to ten minutes. */
  Setbacks(Clock clock, Duration shortest) {
    this.clock = clock;
    this.shortest = shortest;
  }

  /** Holds a failure against the mail: it rests twice as long as before. */
  Duration failed(String id) {
    var before = byId.get(id);
    int times = before == null ? 1 : before.times() + 1;
    return rest(id, times);
  }

  /** Lets the mail rest without holding the failure against it. */
  void pause(String id) {
    var before = byId.get(id);
    rest(id, before == null ? 1 : before.times());
  }

  private Duration rest(String id, int times) {
    var rest = shortest.multipliedBy(1L << Math.min(times - 1, 20));
    var bounded = rest.compareTo(LONGEST) > 0 ? LONGEST : rest;
    byId.put(id, new Setback(times, clock.instant().plus(bounded)));
    return bounded;
  }

  boolean rests(String id) {
    var setback = byId.get(id);
    return setback != null && clock.instant().isBefore(setback.until());
  }

  /** Forgets mails that are no longer waiting. */
  void keepOnly(Collection<String> ids) {
    byId.keySet().retainAll(ids);
  }
}
