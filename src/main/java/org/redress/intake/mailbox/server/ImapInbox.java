package org.redress.intake.mailbox.server;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.jspecify.annotations.Nullable;

/**
 * One open connection to a mailbox. Mails are named by UID throughout: sequence numbers shift when
 * another client deletes, and a mail would be marked read that nobody has seen.
 */
final class ImapInbox implements OpenMailbox {

  /** RFC 2177 asks clients to take up IDLE anew within 29 minutes; firewalls forget sooner. */
  private static final Duration LONGEST_IDLE = Duration.ofMinutes(9);

  private final IMAPStore store;
  private final IMAPFolder folder;
  private final After after;
  private volatile boolean closing;
  private volatile boolean news;
  private volatile @Nullable Idle idle;

  private ImapInbox(IMAPStore store, IMAPFolder folder, After after) {
    this.store = store;
    this.folder = folder;
    this.after = after;
  }

  /** Opens the folder for reading and flagging. */
  static ImapInbox open(Store store, MailboxSettings settings) throws MessagingException {
    try {
      var folder = (IMAPFolder) store.getFolder(settings.folder());
      folder.open(Folder.READ_WRITE);
      var inbox = new ImapInbox((IMAPStore) store, folder, settings.handling());
      inbox.listen();
      inbox.prepareTarget();
      return inbox;
    } catch (MessagingException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private void prepareTarget() throws MessagingException {
    if (after.kind() == After.Kind.MOVE) {
      var target = store.getFolder(after.folder());
      if (!target.exists() && !target.create(Folder.HOLDS_MESSAGES)) {
        throw new MessagingException(
            "the folder '%s' that mails are moved to is not there and cannot be made"
                .formatted(after.folder()));
      }
    }
  }

  private void listen() throws MessagingException {
    folder.doCommand(
        protocol -> {
          protocol.addResponseHandler(
              response ->
                  news |= response instanceof IMAPResponse imap && imap.keyEquals("EXISTS"));
          return true;
        });
  }

  @Override
  public boolean seesNewMail() {
    return true;
  }

  @Override
  public boolean announces() throws MessagingException {
    return (Boolean) folder.doCommand(protocol -> protocol.hasCapability("IDLE"));
  }

  @Override
  public long validity() throws MessagingException {
    return folder.getUIDValidity();
  }

  /** The unread mails. */
  @Override
  public List<String> waiting() throws MessagingException {
    news = false;
    var uids = new ArrayList<String>();
    for (var response : ask("UID SEARCH UNSEEN")) {
      if (response instanceof IMAPResponse imap && imap.keyEquals("SEARCH")) {
        for (long uid = imap.readLong(); uid != -1; uid = imap.readLong()) {
          uids.add(String.valueOf(uid));
        }
      }
    }
    return uids;
  }

  @Override
  public List<Waiting> describe(Collection<String> uids) throws MessagingException {
    return fetch(uids, "(UID RFC822.SIZE INTERNALDATE)", Fetched::waiting);
  }

  @Override
  public List<Mail> read(Collection<Waiting> waiting) throws MessagingException {
    var arrivals = waiting.stream().collect(Collectors.toMap(Waiting::id, Waiting::arrivedAt));
    return fetch(
        arrivals.keySet(),
        "(UID BODY.PEEK[])",
        fetched ->
            Fetched.mail(fetched).map(m -> new Mail(m.id(), arrivals.get(m.id()), m.bytes())));
  }

  @Override
  public void taken(Collection<String> uids) throws MessagingException {
    if (after.kind() == After.Kind.SEEN) {
      flag(uids, "\\Seen");
    } else if (after.kind() == After.Kind.MOVE && !uids.isEmpty()) {
      move(uids, String.valueOf(after.folder()));
    }
  }

  /** Without the command MOVE (RFC 6851) by copying, as that RFC describes it. */
  private void move(Collection<String> uids, String target) throws MessagingException {
    var mails = new Argument();
    mails.writeAtom(set(uids));
    mails.writeString(BASE64MailboxEncoder.encode(target));
    if ((Boolean) folder.doCommand(protocol -> protocol.hasCapability("MOVE"))) {
      ask("UID MOVE", mails);
    } else {
      ask("UID COPY", mails);
      flag(uids, "\\Seen \\Deleted");
      ask(
          (Boolean) folder.doCommand(protocol -> protocol.hasCapability("UIDPLUS"))
              ? "UID EXPUNGE " + set(uids)
              : "EXPUNGE",
          null);
    }
  }

  @Override
  public void markTooLarge(String uid) throws MessagingException {
    flag(List.of(uid), "\\Flagged");
  }

  /** Sets a flag on all the mails in one command. */
  private void flag(Collection<String> uids, String flag) throws MessagingException {
    if (!uids.isEmpty()) {
      ask("UID STORE %s +FLAGS.SILENT (%s)".formatted(set(uids), flag));
    }
  }

  private <T> List<T> fetch(
      Collection<String> uids, String items, Function<FetchResponse, Optional<T>> reader)
      throws MessagingException {
    var found = new ArrayList<T>();
    if (!uids.isEmpty()) {
      for (var response : ask("UID FETCH %s %s".formatted(set(uids), items))) {
        if (response instanceof FetchResponse fetched && fetched.getItem(UID.class) != null) {
          reader.apply(fetched).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static String set(Collection<String> uids) {
    return uids.stream()
        .map(Long::valueOf)
        .sorted()
        .map(String::valueOf)
        .collect(Collectors.joining(","));
  }

  private Response[] ask(String command) throws MessagingException {
    return ask(command, null);
  }

  private Response[] ask(String command, @Nullable Argument argument) throws MessagingException {
    return (Response[])
        folder.doCommand(
            protocol -> {
              var answers = protocol.command(command, argument);
              protocol.notifyResponseHandlers(answers);
              protocol.handleResult(answers[answers.length - 1]);
              return answers;
            });
  }

  @Override
  public void awaitNews(Duration limit) throws MessagingException {
    var longest = limit.compareTo(LONGEST_IDLE) > 0 ? LONGEST_IDLE : limit;
    folder.doCommand(
        protocol -> {
          protocol.idleStart();
          var started = new Idle(protocol);
          idle = started;
          if (news || closing) {
            started.end(); // told before the server began to listen
          }
          var alarm = new CompletableFuture<Boolean>();
          alarm.completeOnTimeout(true, longest.toMillis(), TimeUnit.MILLISECONDS);
          alarm.thenRunAsync(started::end);
          try {
            started.run();
          } finally {
            alarm.cancel(false);
          }
          return true;
        });
  }

  @Override
  public void wake() {
    closing = true;
    var waiting = idle;
    if (waiting != null) {
      waiting.end();
    }
  }

  @Override
  public void close() throws MessagingException {
    store.close();
  }
}
