package org.redress.intake.source;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * A page on the web that lists messages, fetched again and again.
 *
 * @param authorization the header of that name, where one is asked for
 * @param every how often it is fetched
 * @param maxSize a larger answer is not read
 */
record FeedSettings(
    URI url,
    @Nullable String authorization,
    @DefaultValue("15m") Duration every,
    @DefaultValue("5MB") DataSize maxSize) {

  /** Refuses settings that cannot work, naming the setting. */
  FeedSettings {
    if (url == null || url.getScheme() == null || !url.getScheme().matches("https?")) {
      throw new IllegalArgumentException("url of a feed is '%s'; use https://…".formatted(url));
    }
    if (every.isNegative() || every.isZero()) {
      throw new IllegalArgumentException("every is %s; use more than 0".formatted(every));
    }
  }

  /** Leaves out what may be secret. */
  @Override
  public String toString() {
    return url.getHost();
  }
}
