package org.redress.intake.webhook;

import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/** Hands what was posted to a route, in the thread of the one who posts: they wait for the end. */
final class WebhookConsumer extends DefaultConsumer {

  private final String name;
  private final OpenDoors doors;

  WebhookConsumer(Endpoint endpoint, Processor processor, String name, OpenDoors doors) {
    super(endpoint, processor);
    this.name = name;
    this.doors = doors;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    doors.open(name, this);
  }

  @Override
  protected void doStop() throws Exception {
    doors.close(name, this);
    super.doStop();
  }

  /** Whether the route took the message; why not is told by its error handling. */
  boolean takes(byte[] message) {
    Exchange exchange = createExchange(false);
    try {
      exchange.getMessage().setBody(message);
      getProcessor().process(exchange);
    } catch (Exception e) {
      exchange.setException(e);
    }
    var taken = !exchange.isFailed();
    releaseExchange(exchange, false);
    return taken;
  }
}
