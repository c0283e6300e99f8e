package org.redress.complaint.scan;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.Attachment;
import org.redress.complaint.Attachment.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks at files as they come in. While the scanner does not answer, files are kept unscanned, and
 * only {@link Rescan} knocks, so that nobody's complaint waits for it.
 */
@Component
public class VirusScanner {

  private static final Logger LOG = LoggerFactory.getLogger(VirusScanner.class);

  private final Clamd clamd;
  private final ScanSettings settings;
  private final Clock clock;
  private volatile @Nullable Trouble trouble;

  VirusScanner(Clamd clamd, ScanSettings settings, Clock clock) {
    this.clamd = clamd;
    this.settings = settings;
    this.clock = clock;
  }

  /** The scanner does not answer, and since when. */
  record Trouble(String what, Instant since) {}

  /** The files with what is known of them now. */
  public List<Attachment> scanned(List<Attachment> files) {
    return isOn() ? files.stream().map(this::scanned).toList() : files;
  }

  private Attachment scanned(Attachment file) {
    if (file.state() != State.KEPT) {
      return file;
    }
    return trouble != null
        ? file.as(State.UNSCANNED)
        : look(file.content()).map(file::as).orElseGet(() -> file.as(State.UNSCANNED));
  }

  boolean isOn() {
    return !settings.host().isBlank();
  }

  Optional<Trouble> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** What the content is, or nothing when the scanner gives no answer. */
  Optional<State> look(byte[] content) {
    try {
      var virus = clamd.virusIn(content);
      trouble = null;
      virus.ifPresent(name -> LOG.warn("A file was not taken: the scanner found {}", name));
      return Optional.of(virus.isPresent() ? State.INFECTED : State.KEPT);
    } catch (Clamd.Refused e) {
      LOG.warn("A file of {} bytes could not be scanned: {}", content.length, e.getMessage());
      return Optional.empty();
    } catch (IOException e) {
      var before = trouble;
      trouble =
          new Trouble(
              String.valueOf(e.getMessage()), before == null ? clock.instant() : before.since());
      if (before == null) {
        LOG.warn("The virus scanner does not answer; new files wait until it does", e);
      }
      return Optional.empty();
    }
  }
}
