package org.redress.intake.mailbox;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.jspecify.annotations.Nullable;

/**
 * One open connection to a mailbox. Mails are named by UID throughout: sequence numbers shift when
 * another client deletes, and a mail would be marked read that nobody has seen.
 */
final class ImapInbox implements AutoCloseable {

  /** RFC 2177 asks clients to take up IDLE anew within 29 minutes; firewalls forget sooner. */
  private static final Duration LONGEST_IDLE = Duration.ofMinutes(9);

  private final IMAPStore store;
  private final IMAPFolder folder;
  private volatile boolean closing;
  private volatile boolean news;
  private volatile @Nullable Idle idle;

  /** A mail that waits, not fetched yet. */
  record Waiting(long uid, long size, Instant arrivedAt) {}

  private ImapInbox(IMAPStore store, IMAPFolder folder) {
    this.store = store;
    this.folder = folder;
  }

  /** Connects, signs in and opens the folder for reading and flagging. */
  static ImapInbox open(MailboxSettings settings) throws MessagingException {
    var protocol = settings.tls() ? "imaps" : "imap";
    var store = (IMAPStore) Session.getInstance(properties(protocol)).getStore(protocol);
    try {
      store.connect(settings.host(), settings.port(), settings.user(), settings.password());
      var folder = (IMAPFolder) store.getFolder(settings.folder());
      folder.open(Folder.READ_WRITE);
      var inbox = new ImapInbox(store, folder);
      inbox.listen();
      return inbox;
    } catch (MessagingException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private static Properties properties(String protocol) {
    var properties = new Properties();
    properties.setProperty("mail." + protocol + ".connectiontimeout", "10000");
    properties.setProperty("mail." + protocol + ".timeout", "30000");
    properties.setProperty("mail." + protocol + ".writetimeout", "30000");
    return properties;
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

  /** Whether the server announces new mail by itself (IDLE). */
  boolean announces() throws MessagingException {
    return (Boolean) folder.doCommand(protocol -> protocol.hasCapability("IDLE"));
  }

  /** Changes when the server has numbered the mails anew. */
  long validity() throws MessagingException {
    return folder.getUIDValidity();
  }

  /** The unread mails, oldest first. */
  List<Long> unread() throws MessagingException {
    news = false;
    var uids = new ArrayList<Long>();
    for (var response : ask("UID SEARCH UNSEEN")) {
      if (response instanceof IMAPResponse imap && imap.keyEquals("SEARCH")) {
        for (long uid = imap.readLong(); uid != -1; uid = imap.readLong()) {
          uids.add(uid);
        }
      }
    }
    return uids;
  }

  List<Waiting> describe(Collection<Long> uids) throws MessagingException {
    return fetch(uids, "(UID RFC822.SIZE INTERNALDATE)", ImapInbox::waiting);
  }

  /** Reads whole mails without marking them read. */
  List<Mail> read(Collection<Waiting> waiting) throws MessagingException {
    var arrivals = waiting.stream().collect(Collectors.toMap(Waiting::uid, Waiting::arrivedAt));
    return fetch(
        arrivals.keySet(),
        "(UID BODY.PEEK[])",
        fetched -> mail(fetched).map(m -> new Mail(m.uid(), arrivals.get(m.uid()), m.bytes())));
  }

  void markRead(Collection<Long> uids) throws MessagingException {
    flag(uids, "\\Seen");
  }

  /** Sets a flag on all the mails in one command. */
  void flag(Collection<Long> uids, String flag) throws MessagingException {
    if (!uids.isEmpty()) {
      ask("UID STORE %s +FLAGS.SILENT (%s)".formatted(set(uids), flag));
    }
  }

  private <T> List<T> fetch(
      Collection<Long> uids, String items, Function<FetchResponse, Optional<T>> reader)
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

  private static Optional<Waiting> waiting(FetchResponse fetched) {
    var size = fetched.getItem(RFC822SIZE.class);
    var date = fetched.getItem(INTERNALDATE.class);
    if (size == null) {
      return Optional.empty(); // a change of flags that the server tells in passing
    }
    var arrival = date == null || date.getDate() == null ? new Date() : date.getDate();
    return Optional.of(new Waiting(fetched.getItem(UID.class).uid, size.size, arrival.toInstant()));
  }

  private static Optional<Mail> mail(FetchResponse fetched) {
    return Optional.ofNullable(fetched.getItem(BODY.class))
        .map(BODY::getByteArray)
        .map(bytes -> new Mail(fetched.getItem(UID.class).uid, Instant.EPOCH, bytes.getNewBytes()));
  }

  private static String set(Collection<Long> uids) {
    return uids.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
  }

  private Response[] ask(String command) throws MessagingException {
    return (Response[])
        folder.doCommand(
            protocol -> {
              var answers = protocol.command(command, null);
              protocol.notifyResponseHandlers(answers);
              protocol.handleResult(answers[answers.length - 1]);
              return answers;
            });
  }

  /** Waits until the server tells of a change, the time is up, or {@link #wake()} is called. */
  void awaitNews(Duration limit) throws MessagingException {
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

  /** Ends the waiting of another thread, now and from now on. */
  void wake() {
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
