package org.redress.intake.localmailbox;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHandler;
import com.icegreen.greenmail.imap.ImapRequestHandler;
import com.icegreen.greenmail.imap.ImapResponse;
import com.icegreen.greenmail.imap.ImapSessionImpl;
import com.icegreen.greenmail.imap.ProtocolException;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An IMAP server whose sessions take turns with deliveries, and answer without delay. */
final class LocalImapServer extends AbstractServer {

  private static final Logger LOG = LoggerFactory.getLogger(LocalImapServer.class);

  private final Turn turn;

  LocalImapServer(ServerSetup setup, Managers managers, Turn turn) {
    super(setup, managers);
    this.turn = turn;
  }

  @Override
  protected ProtocolHandler createProtocolHandler(Socket client) {
    try {
      client.setTcpNoDelay(true); // an answer is several small packets
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
    return new Conversation(client);
  }

  /** One client's connection. */
  private final class Conversation extends ImapHandler {

    Conversation(Socket client) {
      super(managers.getUserManager(), managers.getImapHostManager(), client);
    }

    @Override
    public void run() {
      turn.begin();
      var session =
          new ImapSessionImpl(
              managers.getImapHostManager(),
              managers.getUserManager(),
              this,
              socket.getInetAddress().getHostAddress());
      try (var in = turn.input(socket.getInputStream());
          var out = new BufferedOutputStream(socket.getOutputStream())) {
        new ImapResponse(out).okResponse(null, "IMAP4rev1 Redress local mailbox ready");
        var requests = new ImapRequestHandler();
        while (!isQuitting() && requests.handleRequest(in, out, session)) {
          LOG.trace("answered {}", session.getClientIP());
        }
      } catch (IOException | ProtocolException | RuntimeException e) {
        LOG.debug("Local mailbox: an IMAP connection ended: {}", e.toString());
      } finally {
        session.deselect();
        turn.end();
        close();
      }
    }
  }
}
