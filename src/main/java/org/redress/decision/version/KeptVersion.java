package org.redress.decision.version;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rule book that was in force at some time.
 *
 * @param author who made it
 * @param activatedAt when it came into force last
 * @param activatedBy who put it into force last
 * @param reason how it came into force last: {@code first}, {@code draft}, {@code files} or {@code
 *     rollback}
 */
public record KeptVersion(
    String version,
    String author,
    Instant createdAt,
    String comment,
    Instant activatedAt,
    String activatedBy,
    String reason,
    @Nullable String approvedBy) {}
