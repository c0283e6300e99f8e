package org.redress.intake.health;

import java.time.Instant;
import java.util.Locale;
import org.redress.text.Text;

/**
 * Told once when a channel is found silent or failing, and once when it is well again; inside the
 * transaction that notes it.
 *
 * @param problem what is wrong with a failing channel; empty otherwise
 * @param since when it was found, or since when nothing came
 * @param missing how many messages should have come to a silent channel; 0 where its longest
 *     silence is set
 */
public record ChannelIncident(
    long id, String channel, Kind kind, boolean over, Text problem, Instant since, long missing) {

  /** What may be wrong. */
  public enum Kind {
    SILENT,
    FAILING;

    /** As the database and texts write it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
