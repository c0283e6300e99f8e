package org.redress.intake.channel;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.redress.intake.Envelope;
import org.redress.intake.Intake;
import org.springframework.stereotype.Component;

/**
 * {@code direct:intake}, where every channel ends: takes an envelope or a list of them and answers
 * with the receipt or the list of receipts, once they are safely stored.
 */
@Component
class IntakeRoute extends RouteBuilder {

  private final Intake intake;

  IntakeRoute(Intake intake) {
    this.intake = intake;
  }

  @Override
  public void configure() {
    errorHandler(noErrorHandler());
    from("direct:intake").routeId("intake").process(this::receive);
  }

  private void receive(Exchange exchange) {
    var body = exchange.getMessage().getBody();
    if (body instanceof Envelope envelope) {
      exchange.getMessage().setBody(intake.receive(envelope));
    } else if (body instanceof List<?> list && list.stream().allMatch(Envelope.class::isInstance)) {
      exchange
          .getMessage()
          .setBody(intake.receive(list.stream().map(Envelope.class::cast).toList()));
    } else {
      throw new IllegalArgumentException(
          "direct:intake takes envelopes, not "
              + (body == null ? "nothing" : body.getClass().getSimpleName()));
    }
  }
}
