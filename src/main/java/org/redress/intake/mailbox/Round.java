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
  private final Set<Long> tooLarge = new HashSet<>();
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

  void run(ImapInbox inbox) throws MessagingException {
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

  private List<Long> waiting(ImapInbox inbox) throws MessagingException {
    var unread = inbox.unread();
    if (validity != inbox.validity()) { // numbered anew: what was known of a number is void
      validity = inbox.validity();
      setbacks.keepOnly(List.of());
      tooLarge.clear();
    }
    setbacks.keepOnly(unread);
    tooLarge.retainAll(unread);
    return unread.stream().filter(uid -> !tooLarge.contains(uid) && !setbacks.rests(uid)).toList();
  }

  /** Splits a batch where its mails together grow too large for the memory. */
  private List<List<ImapInbox.Waiting>> parts(ImapInbox inbox, List<ImapInbox.Waiting> batch)
      throws MessagingException {
    var parts = new ArrayList<List<ImapInbox.Waiting>>();
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

  private void refuse(ImapInbox inbox, ImapInbox.Waiting mail) throws MessagingException {
    tooLarge.add(mail.uid());
    inbox.flag(List.of(mail.uid()), "\\Flagged");
    LOG.warn(
        "Mailbox {}: the mail with UID {} has {} bytes, more than the {} of"
            + " redress.mailboxes.{}.max-size. It stays in the mailbox, unread and flagged;"
            + " read it there, or raise the limit and restart.",
        name,
        mail.uid(),
        mail.size(),
        settings.maxSize().toBytes(),
        name);
  }

  /** Whether the round may go on. */
  private boolean handOver(ImapInbox inbox, List<ImapInbox.Waiting> part)
      throws MessagingException {
    var mails = inbox.read(part);
    noteMissing(part, mails);
    if (mails.size() > 1 && receiver.apply(mails).isEmpty()) {
      var taken = mails.stream().map(Mail::uid).toList();
      inbox.markRead(taken);
      unblocked(taken);
      return true;
    }
    return oneByOne(inbox, mails);
  }

  private boolean oneByOne(ImapInbox inbox, List<Mail> mails) throws MessagingException {
    var taken = new ArrayList<Long>();
    var refused = new ArrayList<Refusal>();
    for (var mail : mails) {
      if (stopped || isBlocked(taken, refused)) {
        break;
      }
      receiver
          .apply(List.of(mail))
          .ifPresentOrElse(why -> refused.add(new Refusal(mail, why)), () -> taken.add(mail.uid()));
    }
    inbox.markRead(taken);
    if (isBlocked(taken, refused)) {
      pause(refused);
      return false;
    }
    refused.forEach(this::hold);
    unblocked(taken);
    return !stopped;
  }

  private static boolean isBlocked(List<Long> taken, List<Refusal> refused) {
    return taken.isEmpty() && refused.size() >= MOST_REFUSALS;
  }

  /** The fault is not the mails': nothing is held against them. */
  private void pause(List<Refusal> refused) {
    refused.forEach(refusal -> setbacks.pause(refusal.mail().uid()));
    if (!blocked) {
      blocked = true;
      LOG.warn(
          "Mailbox {}: mails cannot be handed over now; they stay unread and are tried again: {}",
          name,
          refused.get(0).why().toString());
    }
  }

  private void unblocked(List<Long> taken) {
    if (blocked && !taken.isEmpty()) {
      blocked = false;
      LOG.info("Mailbox {}: mails can be handed over again", name);
    }
  }

  private void hold(Refusal refusal) {
    var rest = setbacks.failed(refusal.mail().uid());
    LOG.warn(
        "Mailbox {}: the mail {} (UID {}) was not taken; it stays unread and is tried again in {}"
            + " s: {}",
        name,
        refusal.mail().id(),
        refusal.mail().uid(),
        rest.toSeconds(),
        refusal.why().toString());
  }

  /** A mail the server did not give out, for instance because another client deleted it. */
  private void noteMissing(List<ImapInbox.Waiting> asked, List<Mail> got) {
    var read = got.stream().map(Mail::uid).collect(Collectors.toSet());
    for (var mail : asked) {
      if (!read.contains(mail.uid())) {
        var rest = setbacks.failed(mail.uid());
        LOG.warn(
            "Mailbox {}: the server did not give out the mail with UID {}; asking again in {} s",
            name,
            mail.uid(),
            rest.toSeconds());
      }
    }
  }
}
