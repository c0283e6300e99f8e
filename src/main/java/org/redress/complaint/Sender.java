package org.redress.complaint;

import org.jspecify.annotations.Nullable;

/**
 * Who a message says it is from, before it is matched to a known customer.
 *
 * @param id the company's own customer number
 * @param phone as written; compared by its digits
 * @param tier {@code standard}, {@code silver}, {@code gold}, {@code platinum} or a site's own word
 */
public record Sender(
    @Nullable String id,
    @Nullable String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String tier) {}
