package org.redress.intake.mailbox;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.redress.intake.mailbox.server.MailServers;
import org.redress.intake.mailbox.server.MailboxSettings;

/** One mailbox as Camel sees it: something to read from. */
final class MailboxEndpoint extends DefaultEndpoint {

  private final String name;
  private final MailboxSettings settings;
  private final MailServers servers;

  MailboxEndpoint(
      String uri,
      MailboxComponent component,
      String name,
      MailboxSettings settings,
      MailServers servers) {
    super(uri, component);
    this.name = name;
    this.settings = settings;
    this.servers = servers;
  }

  @Override
  public Consumer createConsumer(Processor processor) {
    return new MailboxConsumer(this, processor);
  }

  @Override
  public Producer createProducer() {
    throw new UnsupportedOperationException(
        "mailbox:%s can only be read; send mail with a notice".formatted(name));
  }

  /** So that the mailbox's own name may say what it is called in a log. */
  String name() {
    return name;
  }

  MailServers servers() {
    return servers;
  }

  MailboxSettings settings() {
    return settings;
  }
}
