package org.redress.intake.mailbox;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.intake.mailbox.server.Mail;
import org.redress.intake.mailbox.server.MailboxSettings;
import org.redress.intake.mailbox.server.OpenMailbox;
import org.redress.intake.mailbox.server.OpenMailbox.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands over all mails that wait, batch by batch, and marks read what was taken. When a batch is
 * refused its mails go one by one, so that one bad mail does not hold the others; what is refused
 * alone stays unread and is tried again later.
 */
final class Round {

  private static final Logger LOG = LoggerFactory.getLogger(Round.class);

  /** Keeps a batch of large mails from filling the memory. */
  private static final long MOST_BYTES_AT_ONCE = 16L << 20;

  /** As many mails refused one after the other mean that the way behind is blocked. */
  private static final int MOST_REFUSALS = 3;

  private final String name;
  private final MailboxSettings settings;
  private final Function<List<Mail>, Optional<Exception>> receiver;
  private final Setbacks setbacks;
  private final Set<String> tooLarge = new HashSet<>();
  private final Set<String> handled = new HashSet<>();
  private long validity = -1;
  private boolean blocked;
  private volatile boolean stopped;

  private record Refusal(Mail mail, Exception why) {}

  Round(String name, MailboxSettings settings, Function<List<Mail>, Optional<Exception>> receiver) {
    this.name = name;
    this.settings = settings;
    this.receiver = receiver;
    this.setbacks = new Setbacks(Clock.systemUTC(), settings.pollInterval().multipliedBy(2));
  }

  /** Ends a running round after the batch under way. */
  void stop() {
    stopped = true;
  }

  void run(OpenMailbox inbox) throws MessagingException {
    var waiting = waiting(inbox);
    for (int from = 0; from < waiting.size(); from += settings.batchSize()) {
      int to = Math.min(from + settings.batchSize(), waiting.size());
      for (var part : parts(inbox, inbox.describe(waiting.subList(from, to)))) {
        if (stopped || !handOver(inbox, part)) {
          return;
        }
      }
    }
  }

  private List<String> waiting(OpenMailbox inbox) throws MessagingException {
    var unread = inbox.waiting();
    if (validity != inbox.validity()) { // numbered anew: what was known of a number is void
      validity = inbox.validity();
      setbacks.keepOnly(List.of());
      tooLarge.clear();
      handled.clear();
    }
    setbacks.keepOnly(unread);
    tooLarge.retainAll(unread);
    handled.retainAll(unread);
    return unread.stream()
        .filter(id -> !tooLarge.contains(id) && !handled.contains(id) && !setbacks.rests(id))
        .toList();
  }

  /** Splits a batch where its mails together grow too large for the memory. */
  private List<List<Waiting>> parts(OpenMailbox inbox, List<Waiting> batch)
      throws MessagingException {
    var parts = new ArrayList<List<Waiting>>();
    long bytes = 0;
    for (var mail : batch) {
      if (mail.size() > settings.maxSize().toBytes()) {
        refuse(inbox, mail);
        continue;
      }
      if (parts.isEmpty() || bytes + mail.size() > MOST_BYTES_AT_ONCE) {
        parts.add(new ArrayList<>());
        bytes = 0;
      }
      parts.get(parts.size() - 1).add(mail);
      bytes += mail.size();
    }
    return parts;
  }

  private void refuse(OpenMailbox inbox, Waiting mail) throws MessagingException {
    tooLarge.add(mail.id());
    inbox.markTooLarge(mail.id());
    LOG.warn(
        "Mailbox {}: the mail {} has {} bytes, more than the {} of"
            + " redress.mailboxes.{}.max-size. It stays in the mailbox, unread and flagged;"
            + " read it there, or raise the limit and restart.",
        name,
        mail.id(),
        mail.size(),
        settings.maxSize().toBytes(),
        name);
  }

  /** Whether the round may go on. */
  private boolean handOver(OpenMailbox inbox, List<Waiting> part) throws MessagingException {
    var mails = inbox.read(part);
    noteMissing(part, mails);
    if (mails.size() > 1 && receiver.apply(mails).isEmpty()) {
      var taken = mails.stream().map(Mail::id).toList();
      noteTaken(inbox, taken);
      unblocked(taken);
      return true;
    }
    return oneByOne(inbox, mails);
  }

  private boolean oneByOne(OpenMailbox inbox, List<Mail> mails) throws MessagingException {
    var taken = new ArrayList<String>();
    var refused = new ArrayList<Refusal>();
    for (var mail : mails) {
      if (stopped || isBlocked(taken, refused)) {
        break;
      }
      receiver
          .apply(List.of(mail))
          .ifPresentOrElse(why -> refused.add(new Refusal(mail, why)), () -> taken.add(mail.id()));
    }
    noteTaken(inbox, taken);
    if (isBlocked(taken, refused)) {
      pause(refused);
      return false;
    }
    refused.forEach(this::hold);
    unblocked(taken);
    return !stopped;
  }

  /** What leaves no trace in the mailbox is remembered here; after a restart it is a duplicate. */
  private void noteTaken(OpenMailbox inbox, List<String> mails) throws MessagingException {
    inbox.taken(mails);
    if (settings.handling().leavesNoTrace()) {
      handled.addAll(mails);
    }
  }

  private static boolean isBlocked(List<String> taken, List<Refusal> refused) {
    return taken.isEmpty() && refused.size() >= MOST_REFUSALS;
  }

  /** The fault is not the mails': nothing is held against them. */
  private void pause(List<Refusal> refused) {
    refused.forEach(refusal -> setbacks.pause(refusal.mail().id()));
    if (!blocked) {
      blocked = true;
      LOG.warn(
          "Mailbox {}: mails cannot be handed over now; they stay unread and are tried again: {}",
          name,
          refused.get(0).why().toString());
    }
  }

  private void unblocked(List<String> taken) {
    if (blocked && !taken.isEmpty()) {
      blocked = false;
      LOG.info("Mailbox {}: mails can be handed over again", name);
    }
  }

  private void hold(Refusal refusal) {
    var rest = setbacks.failed(refusal.mail().id());
    LOG.warn(
        "Mailbox {}: the mail {} ({}) was not taken; it stays unread and is tried again in {}"
            + " s: {}",
        name,
        refusal.mail().externalId(),
        refusal.mail().id(),
        rest.toSeconds(),
        refusal.why().toString());
  }

  /** A mail the server did not give out, for instance because another client deleted it. */
  private void noteMissing(List<Waiting> asked, List<Mail> got) {
    var read = got.stream().map(Mail::id).collect(Collectors.toSet());
    for (var mail : asked) {
      if (!read.contains(mail.id())) {
        var rest = setbacks.failed(mail.id());
        LOG.warn(
            "Mailbox {}: the server did not give out the mail {}; asking again in {} s",
            name,
            mail.id(),
            rest.toSeconds());
      }
    }
  }
}
