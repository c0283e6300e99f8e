package org.redress.intake.source;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;

/**
 * Hands the page to the route whenever it was fetched. What was there before is known by its id, so
 * a failure costs nothing: the next fetch brings the same.
 */
final class FeedConsumer extends ScheduledPollConsumer {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int OK = 200;

  private final FeedSettings settings;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(Redirect.NORMAL).build();

  FeedConsumer(Endpoint endpoint, Processor processor, String name, FeedSettings settings) {
    super(endpoint, processor);
    this.settings = settings;
    setPollStrategy(
        new Polls(
            "feed %s at %s".formatted(name, settings.url().getHost()), "redress.feeds." + name));
    setInitialDelay(0);
    setDelay(settings.every().toMillis());
  }

  /** Returns how many pages were handed over. */
  @Override
  protected int poll() throws Exception {
    var page = fetch();
    Exchange exchange = createExchange(false);
    try {
      exchange.getMessage().setBody(page);
      getProcessor().process(exchange);
      if (exchange.getException() != null) {
        throw exchange.getException();
      }
    } finally {
      releaseExchange(exchange, false);
    }
    return 1;
  }

  private byte[] fetch() throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(settings.url()).timeout(PATIENCE);
    if (settings.authorization() != null) {
      request.header("Authorization", settings.authorization());
    }
    var answer = http.send(request.build(), BodyHandlers.ofInputStream());
    try (var content = answer.body()) {
      if (answer.statusCode() != OK) {
        throw new IOException("it answered " + answer.statusCode());
      }
      var most = Math.toIntExact(settings.maxSize().toBytes());
      var page = content.readNBytes(most + 1);
      if (page.length > most) {
        throw new IOException("it is larger than max-size, %d bytes".formatted(most));
      }
      return page;
    }
  }
}
