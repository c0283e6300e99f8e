package org.redress.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.decision.Circumstances.Heard;

/**
 * A complaint as programs post it: the body of {@code POST /api/v1/complaints} and the form every
 * channel but mail maps its messages to.
 *
 * @param text required; what the customer said
 * @param reference a ticket number to join, or an order number
 * @param heard answers that somebody heard from the customer, such as the emotion; they go before
 *     what the rules read
 */
public record PostedComplaint(
    @JsonProperty(required = true) String text,
    @Nullable String subject,
    @Nullable String language,
    @Nullable String channel,
    @JsonProperty("external_id") @Nullable String externalId,
    @JsonProperty("received_at") @Nullable Instant receivedAt,
    @Nullable String reference,
    @Nullable Customer customer,
    @Nullable List<File> attachments,
    @Nullable Heard heard) {

  /** Who complains. */
  public record Customer(
      @Nullable String id,
      @Nullable String name,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String tier) {}

  /** A file, its content in Base64. */
  public record File(
      @JsonProperty(required = true) String name,
      @Nullable String type,
      @JsonProperty(value = "content_base64", required = true) byte[] content) {}
}
