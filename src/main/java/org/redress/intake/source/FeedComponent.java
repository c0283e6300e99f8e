package org.redress.intake.source;

import java.util.Map;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultEndpoint;

/** Camel's scheme {@code feed}: {@code feed:NAME} fetches the page of that name. */
final class FeedComponent extends DefaultComponent {

  private final Sources sources;

  FeedComponent(Sources sources) {
    this.sources = sources;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String name, Map<String, Object> parameters) {
    var settings = sources.feed(name);
    return new DefaultEndpoint(uri, this) {
      @Override
      public Consumer createConsumer(Processor processor) {
        return new FeedConsumer(this, processor, name, settings);
      }

      @Override
      public Producer createProducer() {
        throw new UnsupportedOperationException("feed:%s can only be read".formatted(name));
      }
    };
  }
}
