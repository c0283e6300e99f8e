package org.redress.intake;

import java.time.Instant;

/**
 * One received message before it is understood.
 *
 * @param channel the channel's name, for instance {@code email}
 * @param externalId unique within the channel: the same message again has the same id
 * @param format how to read {@code payload}
 * @param payload the message byte for byte
 */
public record Envelope(
    String channel, String externalId, Format format, Instant receivedAt, byte[] payload) {

  /** The forms a message may come in. */
  public enum Format {
    /** An RFC 5322 mail. */
    MAIL,
    /** The JSON of {@code POST /api/v1/complaints}. */
    JSON
  }
}
