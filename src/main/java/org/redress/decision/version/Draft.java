package org.redress.decision.version;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.decision.file.RuleFiles;

/**
 * A rule book under work.
 *
 * @param base the version it began from
 * @param shadowSince since when it silently decides live complaints too; none when it does not
 * @param approvalAskedBy who asked a second person to put it into force
 */
public record Draft(
    long id,
    String title,
    String base,
    RuleFiles files,
    Status status,
    String author,
    Instant createdAt,
    String changedBy,
    Instant changedAt,
    @Nullable Instant shadowSince,
    @Nullable String approvalAskedBy) {

  /** What became of it. */
  public enum Status {
    OPEN,
    ACTIVATED,
    DROPPED
  }

  /** Names what the draft says at the moment. */
  public String version() {
    return files.version();
  }

  public boolean isOpen() {
    return status == Status.OPEN;
  }
}
