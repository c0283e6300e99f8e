package org.redress.intake.localmailbox;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserImpl;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The complaints mailbox: a mail is on disk before its sender is told "250", and its file goes when
 * the mail has been marked read. What is still unread comes back after a restart.
 */
final class DurableInbox extends UserImpl {

  private static final Logger LOG = LoggerFactory.getLogger(DurableInbox.class);

  /** Read mails kept for looking at. */
  private static final int KEEP = 200;

  private final StoredMails mails;
  private final Turn turn;
  private final MailFolder folder;
  private final AtomicLong count = new AtomicLong();

  /** The files of mails not handled yet, by UID. */
  private final Map<Long, String> waiting = new ConcurrentHashMap<>();

  /** An inbox over the mail folder of a user the server already knows. */
  DurableInbox(GreenMailUser user, ImapHostManager host, StoredMails mails, Turn turn)
      throws FolderException {
    super(user.getEmail(), user.getLogin(), user.getPassword(), host);
    this.mails = mails;
    this.turn = turn;
    this.folder = host.getInbox(user);
  }

  /** Stores a mail; when that fails the sender is told so and keeps the mail. */
  @Override
  public void deliver(MovingMessage moving) {
    var now = System.currentTimeMillis();
    var id = "%013d-%06d".formatted(now, count.getAndIncrement());
    try {
      var bytes = new ByteArrayOutputStream();
      moving.getMessage().writeTo(bytes);
      mails.store(id, bytes.toByteArray());
      accept(id, bytes.toByteArray(), new Date(now));
    } catch (MessagingException | IOException | RuntimeException e) {
      throw new IllegalStateException("the mail could not be stored", e);
    }
  }

  /** Puts back what was accepted and not yet handled when the service ended. */
  void restore() throws IOException {
    var ids = mails.ids();
    for (var id : ids) {
      try {
        append(id, mails.read(id), arrival(id));
      } catch (MessagingException | IOException e) {
        LOG.error(
            "Local mailbox: {}.eml cannot be read and stays where it is: {}", id, e.toString());
      }
    }
    if (!ids.isEmpty()) {
      LOG.info("Local mailbox: {} mails from before are waiting again", ids.size());
    }
  }

  private static Date arrival(String id) {
    return id.matches("\\d{13}-.*") ? new Date(Long.parseLong(id.substring(0, 13))) : new Date();
  }

  private void accept(String id, byte[] bytes, Date arrival)
      throws MessagingException, IOException {
    try {
      append(id, bytes, arrival);
    } catch (MessagingException | RuntimeException e) {
      mails.delete(id); // its sender will be told that it was not accepted
      throw e;
    }
  }

  private void append(String id, byte[] bytes, Date arrival) throws MessagingException {
    var session = Session.getInstance(new Properties());
    var message = new MimeMessage(session, new ByteArrayInputStream(bytes));
    turn.take(() -> waiting.put(append(message, arrival), id));
  }

  /** Returns the mail's UID. */
  private long append(MimeMessage message, Date arrival) throws MessagingException {
    try {
      return folder.appendMessage(message, new Flags(), arrival);
    } catch (RuntimeException e) {
      LOG.debug("Local mailbox: a mail's structure cannot be read", e);
      return folder.appendMessage(new Opaque(message), new Flags(), arrival);
    }
  }

  /**
   * A mail whose structure the server cannot read: it sees plain text, and gives out every byte.
   */
  private static final class Opaque extends MimeMessage {

    Opaque(MimeMessage mail) throws MessagingException {
      super(mail);
    }

    @Override
    public String getContentType() {
      return "text/plain";
    }

    @Override
    public String @Nullable [] getHeader(String name) throws MessagingException {
      return name.regionMatches(true, 0, "Content-", 0, 8) ? null : super.getHeader(name);
    }
  }

  /** Deletes the files of mails that were read or taken out, and old read mails from memory. */
  void sweep() throws IOException, FolderException {
    var known = Map.copyOf(waiting); // before the look: a mail is put in before it is known
    var kept = folder.getNonDeletedMessages();
    var unread =
        kept.stream()
            .filter(mail -> !mail.isSet(Flags.Flag.SEEN))
            .map(StoredMessage::getUid)
            .collect(Collectors.toSet());
    for (var mail : known.entrySet()) {
      if (!unread.contains(mail.getKey())) {
        mails.delete(mail.getValue());
        waiting.remove(mail.getKey());
      }
    }
    var read = kept.stream().filter(mail -> mail.isSet(Flags.Flag.SEEN)).toList();
    if (read.size() > 2 * KEEP) {
      turn.take(() -> drop(read.subList(0, read.size() - KEEP)));
    }
  }

  private void drop(List<StoredMessage> old) throws FolderException {
    old.forEach(mail -> mail.setFlag(Flags.Flag.DELETED, true));
    folder.expunge();
  }
}
