package org.redress.intake.smtp;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.springframework.boot.ssl.SslBundles;

/** One door as Camel sees it: something to read from. */
final class SmtpEndpoint extends DefaultEndpoint {

  private final String name;
  private final SmtpDoor door;
  private final SslBundles bundles;

  SmtpEndpoint(
      String uri, SmtpComponent component, String name, SmtpDoor door, SslBundles bundles) {
    super(uri, component);
    this.name = name;
    this.door = door;
    this.bundles = bundles;
  }

  @Override
  public Consumer createConsumer(Processor processor) {
    return new SmtpConsumer(this, processor, name, door, bundles);
  }

  @Override
  public Producer createProducer() {
    throw new UnsupportedOperationException(
        "smtp:%s can only be read; send mail with a notice".formatted(name));
  }
}
