package org.redress.intake.webhook.signature;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Meta's way: the body signed, and a greeting that proves the address is ours. */
record WhatsApp(WebhookSettings hook) implements Signature {

  @Override
  public Optional<byte[]> open(Call call) {
    var untimed = new Times("", Duration.ZERO, Clock.systemUTC());
    return new Hmac(hook.secret(), "X-Hub-Signature-256", "{body}", untimed).open(call);
  }

  @Override
  public Optional<String> greeting(Call call) {
    var agreed = hook.verifyToken();
    return agreed != null
            && call.query("hub.mode").equals("subscribe")
            && Secrets.same(agreed, call.query("hub.verify_token"))
        ? Optional.of(call.query("hub.challenge"))
        : Optional.empty();
  }
}
