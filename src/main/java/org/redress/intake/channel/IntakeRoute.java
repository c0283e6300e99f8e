package org.redress.intake.channel;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.redress.intake.Envelope;
import org.redress.intake.Intake;
import org.redress.intake.figures.ChannelTally;
import org.redress.intake.figures.Outcome;
import org.springframework.stereotype.Component;

/**
 * {@code direct:intake}, where every channel ends: takes an envelope or a list of them and answers
 * with the receipt or the list of receipts, once they are safely stored.
 */
@Component
class IntakeRoute extends RouteBuilder {

  private final Intake intake;
  private final ChannelTally tally;

  IntakeRoute(Intake intake, ChannelTally tally) {
    this.intake = intake;
    this.tally = tally;
  }

  @Override
  public void configure() {
    errorHandler(noErrorHandler());
    from("direct:intake").routeId("intake").process(this::receive);
  }

  private void receive(Exchange exchange) {
    var body = exchange.getMessage().getBody();
    if (body instanceof Envelope envelope) {
      exchange.getMessage().setBody(receive(List.of(envelope)).get(0));
    } else if (body instanceof List<?> list && list.stream().allMatch(Envelope.class::isInstance)) {
      exchange.getMessage().setBody(receive(list.stream().map(Envelope.class::cast).toList()));
    } else {
      throw new IllegalArgumentException(
          "direct:intake takes envelopes, not "
              + (body == null ? "nothing" : body.getClass().getSimpleName()));
    }
  }

  /** What is refused here goes back to its source and comes again. */
  private List<String> receive(List<Envelope> envelopes) {
    try {
      return intake.receive(envelopes);
    } catch (RuntimeException e) {
      tally.count(envelopes.stream().map(Envelope::channel).toList(), Outcome.REFUSED);
      throw e;
    }
  }
}
