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
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The complaints mailbox: a mail is on disk before its sender is told "250", and its file goes when
 * the mail has been marked read. What is still unread comes back after a restart.
 */
final class DurableInbox extends UserImpl {

  private static final Logger LOG = LoggerFactory.getLogger(DurableInbox.class);

  /** Names the file of a mail; added the way a server adds its trace lines. */
  private static final String ID = "X-Redress-Delivery";

  /** Read mails kept for looking at. */
  private static final int KEEP = 200;

  private final StoredMails mails;
  private final MailFolder folder;
  private final AtomicLong count = new AtomicLong();
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();

  /** An inbox over the mail folder of a user the server already knows. */
  DurableInbox(GreenMailUser user, ImapHostManager host, StoredMails mails) throws FolderException {
    super(user.getEmail(), user.getLogin(), user.getPassword(), host);
    this.mails = mails;
    this.folder = host.getInbox(user);
  }

  /** Stores a mail; when that fails the sender is told so and keeps the mail. */
  @Override
  public void deliver(MovingMessage moving) {
    var now = System.currentTimeMillis();
    var id = "%013d-%06d".formatted(now, count.getAndIncrement());
    try {
      var message = moving.getMessage();
      message.setHeader(ID, id);
      mails.store(id, bytes(message));
      append(message, id, new Date(now));
    } catch (MessagingException | IOException e) {
      LOG.error("Local mailbox: a mail could not be stored and was not accepted: {}", e.toString());
      throw new IllegalStateException("the mail could not be stored", e);
    }
  }

  /** Puts back what was accepted and not yet handled when the service ended. */
  void restore() throws IOException {
    var ids = mails.ids();
    for (var id : ids) {
      try {
        var message = message(mails.read(id));
        message.setHeader(ID, id);
        append(message, id, arrival(id));
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

  private void append(MimeMessage message, String id, Date arrival)
      throws MessagingException, IOException {
    try {
      folder.appendMessage(message, new Flags(), arrival);
    } catch (RuntimeException e) {
      LOG.debug("Local mailbox: {} has a structure the server cannot hold", id, e);
      folder.appendMessage(asText(message), new Flags(), arrival);
    }
    waiting.add(id);
  }

  /** A mail whose structure cannot be read is held as the text it is. */
  private static MimeMessage asText(MimeMessage message) throws MessagingException, IOException {
    var text = message(bytes(message));
    text.setHeader("X-Redress-Content-Type", String.valueOf(text.getHeader("Content-Type", " ")));
    text.setHeader("Content-Type", "text/plain");
    return text;
  }

  private static MimeMessage message(byte[] bytes) throws MessagingException {
    return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
  }

  private static byte[] bytes(MimeMessage message) throws MessagingException, IOException {
    var bytes = new ByteArrayOutputStream();
    message.writeTo(bytes);
    return bytes.toByteArray();
  }

  /** Deletes the files of mails that were read or taken out, and old read mails from memory. */
  void sweep() throws IOException, FolderException {
    var known = List.copyOf(waiting); // before the look: a mail is put in before it is known
    var kept = folder.getNonDeletedMessages();
    var unread = new HashSet<String>();
    kept.stream()
        .filter(mail -> !mail.isSet(Flags.Flag.SEEN))
        .forEach(mail -> unread.add(id(mail)));
    for (var id : known) {
      if (!unread.contains(id)) {
        mails.delete(id);
        waiting.remove(id);
      }
    }
    purge(kept, unread.isEmpty());
  }

  /** In a quiet moment where possible: a client at work sees a mail vanish only between looks. */
  private void purge(List<StoredMessage> kept, boolean quiet) throws FolderException {
    var read = kept.stream().filter(mail -> mail.isSet(Flags.Flag.SEEN)).toList();
    if (read.size() > (quiet ? 2 : 5) * KEEP) {
      read.subList(0, read.size() - KEEP).forEach(mail -> mail.setFlag(Flags.Flag.DELETED, true));
      folder.expunge();
    }
  }

  private static String id(StoredMessage mail) {
    try {
      return String.valueOf(mail.getMimeMessage().getHeader(ID, null));
    } catch (MessagingException e) {
      throw new IllegalStateException("a mail in memory always has its header", e);
    }
  }
}
