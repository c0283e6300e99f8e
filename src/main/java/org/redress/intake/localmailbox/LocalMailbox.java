package org.redress.intake.localmailbox;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * A mail server inside the service, on loopback only: it takes mail to the complaints address and
 * keeps it through a crash, and gives every other address a mailbox in memory, so that notices to
 * customers can be read.
 */
@Component
@ConditionalOnProperty(
    name = "redress.local-mailbox.enabled",
    havingValue = "true",
    matchIfMissing = true)
@EnableConfigurationProperties(LocalMailboxSettings.class)
public class LocalMailbox implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(LocalMailbox.class);
  private static final String LOOPBACK = "127.0.0.1";
  private static final long SWEEP_MILLIS = 2000;

  /** Before the channels, which read this mailbox, and after them at the end. */
  private static final int PHASE = 100;

  private final LocalMailboxSettings settings;
  private @Nullable GreenMail server;
  private @Nullable LocalImapServer imap;
  private @Nullable LocalSmtpServer smtp;
  private @Nullable ScheduledExecutorService sweeper;
  private Runnable sweep = () -> {};

  LocalMailbox(LocalMailboxSettings settings) {
    this.settings = settings;
  }

  /** The port that takes mail (SMTP). */
  public int smtpPort() {
    if (smtp == null) {
      throw new IllegalStateException("the local mailbox is not running");
    }
    return smtp.port();
  }

  /** The port where mail can be read (IMAP). */
  public int imapPort() {
    if (imap == null) {
      throw new IllegalStateException("the local mailbox is not running");
    }
    return imap.getPort();
  }

  /** Refuses to start, naming the port, when one is taken. */
  @Override
  public synchronized void start() {
    requireFree(settings.smtpPort(), "smtp-port", "take mail (SMTP)");
    requireFree(settings.imapPort(), "imap-port", "show mail (IMAP)");
    var turn = new Turn();
    var starting = server(turn);
    var user = starting.setUser(settings.address(), settings.user(), settings.password());
    var inbox = restored(starting, user, turn);
    var others = new OtherMailboxes(starting.getUserManager(), user, turn);
    starting
        .getUserManager()
        .setMessageDeliveryHandler((mail, to) -> isComplaints(to) ? inbox : others.of(to));
    starting.start();
    server = starting;
    smtp =
        new LocalSmtpServer(
            new InetSocketAddress(LOOPBACK, settings.smtpPort()), starting.getUserManager());
    smtp.start();
    sweeper = Executors.newSingleThreadScheduledExecutor(LocalMailbox::daemon);
    sweep = () -> sweep(inbox, others);
    sweeper.scheduleWithFixedDelay(sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    LOG.info(
        "Local mailbox: mail to {} is taken at {}:{} (SMTP) and can be read at {}:{} (IMAP)",
        settings.address(),
        LOOPBACK,
        smtpPort(),
        LOOPBACK,
        imapPort());
  }

  private GreenMail server(Turn turn) {
    var setup = new ServerSetup(settings.imapPort(), LOOPBACK, ServerSetup.PROTOCOL_IMAP);
    setup.setServerStartupTimeout(TimeUnit.SECONDS.toMillis(10));
    return new GreenMail(setup) {
      @Override
      protected Map<String, AbstractServer> createServices(
          ServerSetup[] config, Managers managers) {
        imap = new LocalImapServer(config[0], managers, turn);
        return Map.of(ServerSetup.PROTOCOL_IMAP, imap);
      }
    };
  }

  private static void requireFree(int port, String setting, String purpose) {
    try (var probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getByName(LOOPBACK), port));
    } catch (IOException e) {
      throw (PortTaken) new PortTaken(port, setting, purpose).initCause(e);
    }
  }

  private DurableInbox restored(GreenMail starting, GreenMailUser user, Turn turn) {
    try {
      var host = starting.getManagers().getImapHostManager();
      var inbox = new DurableInbox(user, host, new StoredMails(settings.folder()), turn);
      inbox.restore();
      return inbox;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "redress.local-mailbox.folder %s cannot be used; make it a folder the service may write"
              .formatted(settings.folder().toAbsolutePath()),
          e);
    } catch (FolderException e) {
      throw new IllegalStateException("the complaints mailbox has no inbox", e);
    }
  }

  private boolean isComplaints(MailAddress to) {
    return to.getEmail().equalsIgnoreCase(settings.address());
  }

  private static void sweep(DurableInbox inbox, OtherMailboxes others) {
    try {
      inbox.sweep();
      others.sweep();
    } catch (IOException | FolderException | RuntimeException e) {
      LOG.warn("Local mailbox: tidying up failed and is tried again: {}", e.toString());
    }
  }

  private static Thread daemon(Runnable task) {
    var thread = new Thread(task, "local-mailbox-sweep");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public synchronized void stop() {
    if (sweeper != null) {
      sweeper.shutdown();
    }
    if (smtp != null) {
      smtp.stop();
      smtp = null;
    }
    if (server != null) {
      server.stop();
      sweep.run(); // so that what was read does not come again
      server = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return server != null;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
