package org.redress.intake.webhook.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Twilio's way: the address as called, then the names and values of the form in order of names. */
record Twilio(String secret) implements Signature {

  @Override
  public Optional<byte[]> open(Call call) {
    var signed = new StringBuilder(call.address());
    try {
      fields(new String(call.body(), UTF_8)).forEach((n, v) -> signed.append(n).append(v));
    } catch (IllegalArgumentException noForm) {
      return Optional.empty();
    }
    var expected = Secrets.mac("HmacSHA1", secret, signed.toString().getBytes(UTF_8));
    return MessageDigest.isEqual(expected, Secrets.read(call.header("X-Twilio-Signature")))
        ? Optional.of(call.body())
        : Optional.empty();
  }

  private static Map<String, String> fields(String form) {
    var fields = new TreeMap<String, String>();
    for (var field : form.split("&")) {
      var parts = field.split("=", 2);
      fields.put(
          URLDecoder.decode(parts[0], UTF_8),
          parts.length < 2 ? "" : URLDecoder.decode(parts[1], UTF_8));
    }
    return fields;
  }
}
