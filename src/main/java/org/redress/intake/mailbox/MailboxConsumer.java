package org.redress.intake.mailbox;

import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;
import org.redress.intake.mailbox.server.Mail;
import org.redress.intake.mailbox.server.MailServers;
import org.redress.intake.mailbox.server.MailboxSettings;
import org.redress.intake.source.Connection;
import org.redress.text.Text;

/**
 * Hands the mails of one mailbox to a route: one exchange a batch, its body a list of envelopes
 * whose channel is the route's id.
 */
public final class MailboxConsumer extends DefaultConsumer implements Connection {

  private static final long STOP_WITHIN_MILLIS = 1500;

  /** A thread waits for each mailbox; this is what it may take, so that a hundred are no load. */
  private static final long STACK = 512 << 10;

  private final String name;
  private final MailboxSettings settings;
  private final MailServers servers;
  private @Nullable Thread thread;
  private volatile @Nullable MailboxWatch watch;

  MailboxConsumer(MailboxEndpoint endpoint, Processor processor) {
    super(endpoint, processor);
    this.name = endpoint.name();
    this.settings = endpoint.settings();
    this.servers = endpoint.servers();
  }

  @Override
  public boolean connectedOnce() {
    return watch != null && watch.connectedOnce();
  }

  @Override
  public Optional<Text> problem() {
    return watch == null ? Optional.empty() : watch.problem();
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    watch = new MailboxWatch(name, settings, servers, this::receive);
    thread = new Thread(null, watch, "mailbox-" + name, STACK);
    thread.setDaemon(true);
    thread.start();
  }

  /** Returns in under two seconds; a hand-over under way goes on and ends by itself. */
  @Override
  protected void doStop() throws Exception {
    if (watch != null && thread != null) {
      watch.stop();
      thread.join(STOP_WITHIN_MILLIS);
    }
    super.doStop();
  }

  /** Returns why the route did not take the mails; empty when it did. */
  private Optional<Exception> receive(List<Mail> mails) {
    var channel = getRouteId();
    Exchange exchange = createExchange(false);
    try {
      exchange.getMessage().setBody(mails.stream().map(mail -> mail.envelope(channel)).toList());
      getProcessor().process(exchange);
      return Optional.ofNullable(exchange.getException());
    } catch (Exception e) {
      return Optional.of(e);
    } finally {
      releaseExchange(exchange, false);
    }
  }
}
