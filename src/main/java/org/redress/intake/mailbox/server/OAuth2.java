package org.redress.intake.mailbox.server;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a mailbox's access tokens come from (RFC 6749). With a refresh token it is used, without
 * one the client signs in for itself.
 */
public record OAuth2(
    URI tokenUrl,
    String clientId,
    @Nullable String clientSecret,
    @Nullable String refreshToken,
    @Nullable String scope) {

  /** Refuses settings that cannot work, naming the setting. */
  public OAuth2 {
    if (tokenUrl == null || clientId == null) {
      throw new IllegalArgumentException("oauth2 needs token-url and client-id");
    }
  }

  /** Leaves out the secrets. */
  @Override
  public String toString() {
    return "%s at %s".formatted(clientId, tokenUrl);
  }
}
