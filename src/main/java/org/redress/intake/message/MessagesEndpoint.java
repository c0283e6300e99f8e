package org.redress.intake.message;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;
import org.redress.intake.Envelope;

/**
 * The step itself: the body, bytes or text or a list of either, becomes the list of the complaints
 * in it.
 */
final class MessagesEndpoint extends DefaultEndpoint {

  private final Reader reader;

  /** Reads one message by this step's mapping. */
  @FunctionalInterface
  interface Reader {
    List<Envelope> read(byte[] message, String channel, String source);
  }

  MessagesEndpoint(String uri, MessagesComponent component, Reader reader) {
    super(uri, component);
    this.reader = reader;
  }

  @Override
  public Producer createProducer() {
    return new DefaultProducer(this) {
      @Override
      public void process(Exchange exchange) throws InvalidPayloadException {
        var channel = exchange.getFromRouteId();
        var source = exchange.getMessage().getHeader(Exchange.FILE_NAME, channel, String.class);
        var complaints = new ArrayList<Envelope>();
        for (var message : messages(exchange)) {
          complaints.addAll(reader.read(message, channel, source));
        }
        exchange.getMessage().setBody(complaints);
      }
    };
  }

  private static List<byte[]> messages(Exchange exchange) throws InvalidPayloadException {
    if (exchange.getMessage().getBody() instanceof List<?> many) {
      var convert = exchange.getContext().getTypeConverter();
      return many.stream().map(one -> convert.convertTo(byte[].class, exchange, one)).toList();
    }
    return List.of(exchange.getMessage().getMandatoryBody(byte[].class));
  }

  @Override
  public Consumer createConsumer(Processor processor) {
    throw new UnsupportedOperationException("messages: is a step; a route cannot begin with it");
  }
}
