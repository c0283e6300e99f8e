package org.redress.desk.channel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.redress.intake.health.Overview.Line;

/** A channel as the screen draws it. */
record ChannelView(Line line, List<Bar> bars) {

  private static final int HEIGHT = 32;
  private static final int STEP = 8;
  private static final int SHORTEST = 2;

  /** The number of messages of an hour as a rectangle, in pixels. */
  record Bar(int x, int y, int height) {}

  static ChannelView of(Line line) {
    var most = line.hours().stream().mapToLong(Long::longValue).max().orElse(0);
    var bars = new ArrayList<Bar>();
    for (int hour = 0; hour < line.hours().size(); hour++) {
      var count = line.hours().get(hour);
      var height = count == 0 ? 0 : (int) Math.max(SHORTEST, HEIGHT * count / most);
      bars.add(new Bar(hour * STEP, HEIGHT - height, height));
    }
    return new ChannelView(line, bars);
  }

  /** {@code on}, {@code off} or {@code failing}. */
  public String state() {
    return line.state().name().toLowerCase(Locale.ROOT);
  }

  /** The average time from arrival to ticket: {@code 0.4 s}, {@code 12 s}, {@code 5 min}. */
  public String lag() {
    var lag = line.week().lag();
    return lag == null ? "–" : inWords(lag);
  }

  private static String inWords(Duration lag) {
    if (lag.toSeconds() < 10) {
      return String.format(Locale.ROOT, "%.1f s", lag.toMillis() / 1000.0);
    }
    if (lag.toMinutes() < 2) {
      return lag.toSeconds() + " s";
    }
    return lag.toHours() < 2 ? lag.toMinutes() + " min" : lag.toHours() + " h";
  }
}
