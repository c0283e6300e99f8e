package org.redress.intake.webhook;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.redress.access.Limit;
import org.redress.access.SiteSettings;
import org.redress.intake.webhook.signature.Call;
import org.redress.intake.webhook.signature.Signature;
import org.redress.intake.webhook.signature.WebhookSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes what other programs post, once it is on disk. Who they are is proven by the signature
 * alone; what they sent is never written to a log.
 */
@RestController
class Door {

  private static final Logger LOG = LoggerFactory.getLogger(Door.class);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Webhooks settings;
  private final OpenDoors doors;
  private final Clock clock;
  private final String base;
  private final Map<String, Limit> limits = new ConcurrentHashMap<>();
  private final Limit told;

  Door(Webhooks settings, OpenDoors doors, Clock clock, SiteSettings site) {
    this.settings = settings;
    this.doors = doors;
    this.clock = clock;
    this.base = site.baseUrl();
    this.told = new Limit(1, MINUTE, clock);
  }

  /** Answers a sender that checks whether the address is ours before it posts there. */
  @GetMapping("/hooks/{name}")
  ResponseEntity<Object> greet(@PathVariable String name, HttpServletRequest request) {
    var hook = settings.webhooks().get(name);
    if (hook == null) {
      return unknown();
    }
    return signature(hook)
        .greeting(new Call(request, base, new byte[0]))
        .map(Door::thanks)
        .orElseGet(() -> refused(name, request));
  }

  /** Takes a message; the answer is 2xx only when it is durably stored. */
  @PostMapping("/hooks/{name}")
  ResponseEntity<Object> take(@PathVariable String name, HttpServletRequest request)
      throws IOException {
    var hook = settings.webhooks().get(name);
    if (hook == null) {
      return unknown();
    }
    var limit = limits.computeIfAbsent(name, n -> new Limit(hook.perMinute(), MINUTE, clock));
    var wait = limit.waitFor(request.getRemoteAddr());
    if (!wait.isZero()) {
      return later(HttpStatus.TOO_MANY_REQUESTS, wait, "Too many messages in a minute.");
    }
    limit.count(request.getRemoteAddr());
    var most = Math.toIntExact(hook.maxSize().toBytes());
    var body = request.getInputStream().readNBytes(most + 1);
    if (body.length > most) {
      return problem(HttpStatus.CONTENT_TOO_LARGE, "A message may have %d bytes.".formatted(most));
    }
    var signature = signature(hook);
    return signature
        .open(new Call(request, base, body))
        .map(message -> handOver(name, message, signature))
        .orElseGet(() -> refused(name, request));
  }

  private ResponseEntity<Object> handOver(String name, byte[] message, Signature signature) {
    var route = doors.find(name);
    if (route.isEmpty()) {
      return closed(name);
    }
    return route.get().takes(message)
        ? thanks(signature.thanks())
        : later(
            HttpStatus.SERVICE_UNAVAILABLE,
            MINUTE,
            "The message could not be stored. Send it again later.");
  }

  /** Whoever looks after the channels is told why a sender comes again and again. */
  private ResponseEntity<Object> closed(String name) {
    if (told.waitFor(name).isZero()) {
      told.count(name);
      LOG.warn(
          "Webhook {}: a call was turned away, because no route reads webhook:{}. Mend its route"
              + " file or put it back; its sender will come again.",
          name,
          name);
    }
    return later(
        HttpStatus.SERVICE_UNAVAILABLE,
        MINUTE,
        "The channel behind this address is off. Send it again later.");
  }

  private Signature signature(WebhookSettings hook) {
    return hook.scheme().signature(hook, clock);
  }

  private static ResponseEntity<Object> thanks(String words) {
    return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(words);
  }

  /** One word for all ways a signature can be wrong; the operator is told more, once a minute. */
  private ResponseEntity<Object> refused(String name, HttpServletRequest request) {
    if (told.waitFor(name).isZero()) {
      told.count(name);
      LOG.warn(
          "Webhook {}: a call from {} was refused, its signature is missing, wrong or too old."
              + " If it is your sender's, compare redress.webhooks.{} with what the sender was"
              + " given, and the clocks.",
          name,
          request.getRemoteAddr(),
          name);
    }
    return problem(HttpStatus.UNAUTHORIZED, "The signature does not fit.");
  }

  private static ResponseEntity<Object> unknown() {
    return problem(HttpStatus.NOT_FOUND, "There is no such address.");
  }

  private static ResponseEntity<Object> later(HttpStatus status, Duration wait, String detail) {
    return ResponseEntity.status(status)
        .header(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1))
        .body(ProblemDetail.forStatusAndDetail(status, detail));
  }

  private static ResponseEntity<Object> problem(HttpStatus status, String detail) {
    return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, detail));
  }
}
