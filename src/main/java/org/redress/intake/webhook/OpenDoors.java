package org.redress.intake.webhook;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The routes that take posted messages now. */
@Component
class OpenDoors {

  private final Map<String, WebhookConsumer> open = new ConcurrentHashMap<>();

  void open(String name, WebhookConsumer route) {
    open.put(name, route);
  }

  /** Closes the door unless another version of the route has opened it since. */
  void close(String name, WebhookConsumer route) {
    open.remove(name, route);
  }

  Optional<WebhookConsumer> find(String name) {
    return Optional.ofNullable(open.get(name));
  }
}
