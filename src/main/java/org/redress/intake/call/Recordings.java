package org.redress.intake.call;

import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Where a recording can be listened to, if that is safe to open. */
@Component
public class Recordings {

  private final String base;

  Recordings(CallSettings settings) {
    this.base = settings.recordings();
  }

  /**
   * The address of a recording: an https one as it is, a file name below the configured place; any
   * other has none.
   */
  public Optional<String> address(String recording) {
    if (recording.contains("://")) {
      return Optional.of(recording).filter(Recordings::isSafe);
    }
    if (base.isEmpty() || recording.contains("..")) {
      return Optional.empty();
    }
    var path = UriUtils.encodePath(recording.replaceFirst("^/+", ""), "UTF-8");
    return Optional.of(base + (base.endsWith("/") ? "" : "/") + path);
  }

  private static boolean isSafe(String address) {
    try {
      var uri = URI.create(address);
      return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
