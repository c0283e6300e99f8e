package org.redress.intake.mailbox.server;

import java.net.SocketTimeoutException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;

/** One IDLE command (RFC 2177), ended by the first news or by another thread. */
final class Idle {

  private final IMAPProtocol protocol;
  private boolean ending;

  Idle(IMAPProtocol protocol) {
    this.protocol = protocol;
  }

  /** Reads until the server confirms the end. */
  void run() throws ProtocolException {
    try {
      while (true) {
        var response = protocol.readIdleResponse();
        if (quiet(response)) {
          continue;
        }
        if (!protocol.processIdleResponse(response)) {
          return;
        }
        end();
      }
    } finally {
      over();
    }
  }

  /** Asks the server to end the command; again, or too late, does nothing. */
  synchronized void end() {
    if (!ending) {
      ending = true;
      protocol.idleAbort();
    }
  }

  private synchronized void over() {
    ending = true;
  }

  /** A read that timed out while nothing had to come. */
  private synchronized boolean quiet(Response response) {
    return !ending
        && response.isBYE()
        && response.isSynthetic()
        && response.getException() instanceof SocketTimeoutException timeout
        && timeout.bytesTransferred == 0;
  }
}
