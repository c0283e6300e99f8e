package org.redress.intake.mailbox.server;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.mail.AuthenticationFailedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/**
 * The access token of one OAuth 2 client: fetched when it is needed, kept until shortly before it
 * ends. A new refresh token that the server sends along counts until the service stops.
 */
final class AccessTokens {

  private static final Duration EARLIER = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long USUAL_SECONDS = 3600;

  private final OAuth2 client;
  private final Clock clock;
  private final RestClient http;
  private @Nullable String refreshToken;
  private @Nullable String token;
  private Instant renewAt = Instant.MIN;

  AccessTokens(OAuth2 client, Clock clock) {
    this.client = client;
    this.clock = clock;
    this.refreshToken = client.refreshToken();
    var requests = new JdkClientHttpRequestFactory();
    requests.setReadTimeout(PATIENCE);
    this.http = RestClient.builder().requestFactory(requests).build();
  }

  private record Answer(
      @JsonProperty("access_token") @Nullable String token,
      @JsonProperty("expires_in") @Nullable Long seconds,
      @JsonProperty("refresh_token") @Nullable String refreshToken) {}

  /**
   * A token that is good now.
   *
   * @throws AuthenticationFailedException when the token endpoint gives none
   */
  synchronized String token() throws AuthenticationFailedException {
    if (token == null || !clock.instant().isBefore(renewAt)) {
      var answer = ask();
      if (answer == null || answer.token() == null) {
        throw refused("it answered without an access_token", null);
      }
      token = answer.token();
      refreshToken = answer.refreshToken() == null ? refreshToken : answer.refreshToken();
      var good = Duration.ofSeconds(answer.seconds() == null ? USUAL_SECONDS : answer.seconds());
      // A token that lives shorter than that is renewed after half its life.
      var early = good.compareTo(EARLIER.multipliedBy(2)) > 0 ? EARLIER : good.dividedBy(2);
      renewAt = clock.instant().plus(good).minus(early);
    }
    return token;
  }

  /** The mail server did not take the token: the next try fetches another. */
  synchronized void forget() {
    token = null;
  }

  private @Nullable Answer ask() throws AuthenticationFailedException {
    var form = new LinkedMultiValueMap<String, String>();
    form.add("grant_type", refreshToken == null ? "client_credentials" : "refresh_token");
    form.add("client_id", client.clientId());
    add(form, "client_secret", client.clientSecret());
    add(form, "refresh_token", refreshToken);
    add(form, "scope", client.scope());
    try {
      return http.post()
          .uri(client.tokenUrl())
          .contentType(MediaType.APPLICATION_FORM_URLENCODED)
          .accept(MediaType.APPLICATION_JSON)
          .body(form)
          .retrieve()
          .body(Answer.class);
    } catch (RestClientResponseException e) {
      var said = e.getResponseBodyAsString().replaceAll("\\s+", " ");
      throw refused(
          "it answered %d %s"
              .formatted(
                  e.getStatusCode().value(), said.substring(0, Math.min(200, said.length()))),
          e);
    } catch (RestClientException e) {
      throw refused(String.valueOf(e.getMessage()), e);
    }
  }

  private static void add(
      LinkedMultiValueMap<String, String> form, String name, @Nullable String value) {
    if (value != null) {
      form.add(name, value);
    }
  }

  private AuthenticationFailedException refused(String why, @Nullable Exception cause) {
    return new AuthenticationFailedException(
        "no access token from %s: %s. Check oauth2 of the mailbox".formatted(client, why), cause);
  }
}
