package org.redress.intake.mailbox.server;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** One open connection to a mailbox. Mails are named by what the server calls them. */
public interface OpenMailbox extends AutoCloseable {

  /** A mail that waits, not fetched yet. */
  record Waiting(String id, long size, Instant arrivedAt) {}

  /** Changes when the server has named the mails anew. */
  long validity() throws MessagingException;

  /** The mails that wait, oldest first. */
  List<String> waiting() throws MessagingException;

  /** How large mails are and when they arrived; those that are gone are left out. */
  List<Waiting> describe(Collection<String> ids) throws MessagingException;

  /** Reads whole mails without changing them; those that are gone are left out. */
  List<Mail> read(Collection<Waiting> waiting) throws MessagingException;

  /** Does with mails that were taken what the settings say. */
  void taken(Collection<String> ids) throws MessagingException;

  /** Marks a mail that is too large, where the server can. */
  void markTooLarge(String id) throws MessagingException;

  /** Whether mail that arrives later is seen over this connection. */
  boolean seesNewMail();

  /** Whether the server announces new mail by itself. */
  boolean announces() throws MessagingException;

  /** Waits until the server tells of a change, the time is up, or {@link #wake()} is called. */
  void awaitNews(Duration limit) throws MessagingException;

  /** Ends the waiting of another thread, now and from now on. */
  void wake();

  @Override
  void close() throws MessagingException;
}
