package org.redress.intake.localmailbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose turn it is to touch the mail folders. The mail library's folders are not safe for readers
 * and deliveries at once: a session may miss a new mail or break off.
 */
final class Turn {

  private static final Logger LOG = LoggerFactory.getLogger(Turn.class);

  /** A client that stopped taking its answers must not keep the others from going on. */
  private static final long LONGEST_WAIT_SECONDS = 5;

  private final ReentrantLock lock = new ReentrantLock(true);

  /** Work that may fail like work on folders does. */
  interface Work<E extends Exception> {
    void run() throws E;
  }

  /** Does the work when no session is in the middle of a command. */
  <E extends Exception> void take(Work<E> work) throws E {
    begin();
    try {
      work.run();
    } finally {
      end();
    }
  }

  /** Waits for the turn; after five seconds it goes on without, which seldom does harm. */
  void begin() {
    try {
      if (!lock.tryLock(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("Local mailbox: a mail program does not take its answers; going on without it");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void end() {
    if (lock.isHeldByCurrentThread()) {
      lock.unlock();
    }
  }

  /** What a client sends; the turn is given up while nothing comes. */
  InputStream input(InputStream client) {
    return new InputStream() {

      private final byte[] buffer = new byte[8192];
      private int next;
      private int end;

      @Override
      public int read() throws IOException {
        if (next >= end) {
          fill();
        }
        return end < 0 ? -1 : buffer[next++] & 0xff;
      }

      private void fill() throws IOException {
        end();
        try {
          end = client.read(buffer);
          next = 0;
        } finally {
          begin();
        }
      }
    };
  }
}
