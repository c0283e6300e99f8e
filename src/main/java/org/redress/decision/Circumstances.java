package org.redress.decision;

import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.decision.rule.NumberFact;

/**
 * What the rules are shown of a complaint beside its text. Kept with the decision, so that it can
 * be made again later under the same or another rule book.
 *
 * @param received in the site's time zone
 * @param tier none when the customer is not known
 * @param numbers what was known of the customer in figures
 */
public record Circumstances(
    String channel,
    String language,
    LocalDateTime received,
    @Nullable String tier,
    Map<NumberFact, Double> numbers) {}
