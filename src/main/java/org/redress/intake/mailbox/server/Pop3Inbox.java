package org.redress.intake.mailbox.server;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.angus.mail.pop3.POP3Folder;

/**
 * A session with a POP3 server. Mails are named by UIDL; the server shows what was there when the
 * session began, and deletes when it ends.
 */
final class Pop3Inbox implements OpenMailbox {

  private final Store store;
  private final POP3Folder folder;
  private final boolean deletes;
  private final Map<String, Message> mails = new LinkedHashMap<>();

  private Pop3Inbox(Store store, POP3Folder folder, boolean deletes) {
    this.store = store;
    this.folder = folder;
    this.deletes = deletes;
  }

  static Pop3Inbox open(Store store, MailboxSettings settings) throws MessagingException {
    try {
      var folder = (POP3Folder) store.getFolder("INBOX");
      folder.open(Folder.READ_WRITE);
      var deletes = settings.handling().kind() == After.Kind.DELETE;
      var inbox = new Pop3Inbox(store, folder, deletes);
      inbox.list();
      return inbox;
    } catch (MessagingException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private void list() throws MessagingException {
    var messages = folder.getMessages();
    var names = new FetchProfile();
    names.add(UIDFolder.FetchProfileItem.UID);
    folder.fetch(messages, names);
    for (var message : messages) {
      var uid = folder.getUID(message);
      if (uid == null) {
        throw new MessagingException(
            "the server does not name its mails (UIDL); use protocol imap, or another server");
      }
      mails.put(uid, message);
    }
  }

  /** A UIDL is good for ever. */
  @Override
  public long validity() {
    return 0;
  }

  @Override
  public List<String> waiting() {
    return List.copyOf(mails.keySet());
  }

  /** POP3 does not tell when a mail arrived; it is now that it is found. */
  @Override
  public List<Waiting> describe(Collection<String> ids) throws MessagingException {
    var found = new ArrayList<Waiting>();
    for (var id : ids) {
      found.add(new Waiting(id, mails.get(id).getSize(), Instant.now()));
    }
    return found;
  }

  @Override
  public List<Mail> read(Collection<Waiting> waiting) throws MessagingException {
    var read = new ArrayList<Mail>();
    for (var one : waiting) {
      var bytes = new ByteArrayOutputStream();
      try {
        mails.get(one.id()).writeTo(bytes);
      } catch (IOException e) {
        throw new MessagingException("a mail could not be read: " + e.getMessage(), e);
      }
      read.add(new Mail(one.id(), one.arrivedAt(), bytes.toByteArray()));
    }
    return read;
  }

  @Override
  public void taken(Collection<String> ids) throws MessagingException {
    if (deletes) {
      for (var id : ids) {
        mails.get(id).setFlag(Flags.Flag.DELETED, true);
      }
    }
  }

  @Override
  public void markTooLarge(String id) {
    // POP3 has no marks; the log says it
  }

  @Override
  public boolean seesNewMail() {
    return false;
  }

  @Override
  public boolean announces() {
    return false;
  }

  @Override
  public void awaitNews(Duration limit) {
    throw new UnsupportedOperationException("POP3 announces nothing");
  }

  @Override
  public void wake() {
    // never waits
  }

  @Override
  public void close() throws MessagingException {
    try {
      folder.close(deletes);
    } finally {
      store.close();
    }
  }
}
