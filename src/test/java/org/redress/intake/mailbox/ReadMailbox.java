package org.redress.intake.mailbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.redress.intake.Envelope;
import org.redress.intake.TestCertificate;
import org.redress.intake.mailbox.server.MailServers;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;

/** A mailbox called {@code help}, described as a site describes it, and what was taken from it. */
final class ReadMailbox implements AutoCloseable {

  private final List<Envelope> taken = new CopyOnWriteArrayList<>();
  private final Map<String, String> settings = new HashMap<>();
  private final DefaultCamelContext camel = new DefaultCamelContext();

  /** Its settings, to be filled before it is read. */
  Map<String, String> settings() {
    return settings;
  }

  List<Envelope> taken() {
    return taken;
  }

  DefaultCamelContext camel() {
    return camel;
  }

  /** Reads it from now on. */
  void read() throws Exception {
    var described = new HashMap<String, String>();
    settings.forEach((name, value) -> described.put("redress.mailboxes.help." + name, value));
    var mailboxes =
        new Binder(new MapConfigurationPropertySource(described))
            .bind("redress", Mailboxes.class)
            .get();
    var bundles = new DefaultSslBundleRegistry();
    bundles.registerBundle(
        "greenmail", SslBundle.of(SslStoreBundle.of(null, null, TestCertificate.store())));
    camel.addComponent("mailbox", new MailboxComponent(mailboxes, new MailServers(bundles)));
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            errorHandler(noErrorHandler());
            from("mailbox:help")
                .routeId("help")
                .process(
                    exchange ->
                        ((List<?>) exchange.getMessage().getBody())
                            .forEach(one -> taken.add((Envelope) one)));
          }
        });
    camel.start();
  }

  MailboxConsumer consumer() {
    return (MailboxConsumer) camel.getRoute("help").getConsumer();
  }

  /** The Message-IDs of what was taken. */
  List<String> names() {
    return taken.stream().map(envelope -> envelope.externalId().split("#")[0]).toList();
  }

  @Override
  public void close() {
    camel.stop();
  }
}
