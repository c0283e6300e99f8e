package org.redress.intake.mailbox;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.redress.intake.mailbox.server.MailServers;

/** Camel's scheme {@code mailbox}: {@code mailbox:NAME} reads the mailbox of that name. */
public final class MailboxComponent extends DefaultComponent {

  private final Mailboxes mailboxes;
  private final MailServers servers;

  /** A component for one Camel context that knows the given mailboxes. */
  public MailboxComponent(Mailboxes mailboxes, MailServers servers) {
    this.mailboxes = mailboxes;
    this.servers = servers;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String name, Map<String, Object> parameters) {
    return new MailboxEndpoint(uri, this, name, mailboxes.named(name), servers);
  }
}
