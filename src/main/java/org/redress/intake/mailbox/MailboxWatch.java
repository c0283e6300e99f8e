package org.redress.intake.mailbox;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.intake.mailbox.server.Mail;
import org.redress.intake.mailbox.server.MailServers;
import org.redress.intake.mailbox.server.MailboxSettings;
import org.redress.intake.mailbox.server.OpenMailbox;
import org.redress.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one connection to one mailbox: connect, hand over what waits, wait for more. A lost
 * connection is taken up again after 1 s, then ever less often, up to once a minute.
 *
 * <p>Its thread must not be interrupted: an interrupt inside a commit closes an embedded database.
 */
final class MailboxWatch implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(MailboxWatch.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

  /** Mails that come thick and fast go together: one commit for many. */
  private static final Duration GATHERING = Duration.ofMillis(50);

  private final String name;
  private final MailboxSettings settings;
  private final MailServers servers;
  private final Round round;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private Duration pause = FIRST_PAUSE;
  private boolean working;
  private boolean worked;
  private volatile @Nullable OpenMailbox inbox;
  private volatile boolean connectedOnce;
  private volatile @Nullable Text problem;

  MailboxWatch(
      String name,
      MailboxSettings settings,
      MailServers servers,
      Function<List<Mail>, Optional<Exception>> receiver) {
    this.name = name;
    this.settings = settings;
    this.servers = servers;
    this.round = new Round(name, settings, receiver);
  }

  boolean connectedOnce() {
    return connectedOnce;
  }

  Optional<Text> problem() {
    return Optional.ofNullable(problem);
  }

  /** Asks the thread to end; it does so after the hand-over under way. */
  void stop() {
    stopping.countDown();
    round.stop();
    var open = inbox;
    if (open != null) {
      open.wake();
    }
  }

  private boolean stopped() {
    return stopping.getCount() == 0;
  }

  @Override
  public void run() {
    while (!stopped()) {
      try (var open = servers.open(settings)) {
        inbox = open;
        connected(open);
        watch(open);
      } catch (MessagingException | RuntimeException | Error e) {
        lost(e);
      } finally {
        inbox = null;
      }
      if (problem == null && worked) {
        worked = false;
        rest(settings.pollInterval());
      }
    }
  }

  private void watch(OpenMailbox open) throws MessagingException {
    while (!stopped()) {
      round.run(open);
      pause = FIRST_PAUSE;
      working = true;
      if (stopped()) {
        return;
      }
      if (!open.seesNewMail()) {
        worked = true;
        return;
      }
      if (open.announces()) {
        open.awaitNews(settings.pollInterval());
        rest(GATHERING);
      } else {
        rest(settings.pollInterval());
      }
    }
  }

  private void connected(OpenMailbox open) throws MessagingException {
    if (open.seesNewMail() || !connectedOnce || problem != null) {
      tell(open);
    }
    problem = null;
    connectedOnce = true;
  }

  private void tell(OpenMailbox open) throws MessagingException {
    LOG.info(
        "Mailbox {}: connected to {}, folder {}; {}",
        name,
        settings.place(),
        settings.folder(),
        open.announces()
            ? "the server announces new mail"
            : "looking every " + settings.pollInterval().toMillis() + " ms");
  }

  /** Logs a problem once, not at every try, and pauses. */
  private void lost(Throwable why) {
    if (stopped()) {
      return;
    }
    if (working) { // servers drop connections now and then: take it up again at once
      working = false;
      LOG.debug("Mailbox {}: the connection broke off", name, why);
      rest(GATHERING);
      return;
    }
    var told =
        new Text(
                "Mailbox %1$s cannot be read at %2$s: %3$s. Trying again until it works."
                    + " Check redress.mailboxes.%1$s and whether the server runs.",
                "邮箱 %1$s（%2$s）无法读取：%3$s。系统会不断重试。" + "请检查 redress.mailboxes.%1$s 以及服务器是否在运行。")
            .formatted(
                name,
                settings.place(),
                String.valueOf(why.getMessage()).strip().replaceFirst("\\.$", ""));
    if (!told.equals(problem)) {
      problem = told;
      LOG.warn("{}", told.en());
    }
    rest(pause);
    var longer = pause.multipliedBy(2);
    pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
  }

  private void rest(Duration time) {
    try {
      if (stopping.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("Mailbox {}: stopping", name);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop();
    }
  }
}
