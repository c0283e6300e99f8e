package org.redress.intake.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.redress.intake.TestCertificate;

/**
 * Speaks STARTTLS for a mail server that does not (RFC 3501, 2595), and passes on everything that
 * comes encrypted.
 */
final class StarttlsDoor implements AutoCloseable {

  private final boolean imap;
  private final int behind;
  private final ServerSocket door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  private final List<String> plain = new CopyOnWriteArrayList<>();
  private final SSLContext tls = tls();

  StarttlsDoor(String protocol, int behind) throws IOException {
    this.imap = protocol.equals("imap");
    this.behind = behind;
    start(this::serve);
  }

  int port() {
    return door.getLocalPort();
  }

  /** What clients said before the connection was encrypted. */
  List<String> saidInPlain() {
    return plain;
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work) {
    var thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException oneSideLeft) {
                // that was all
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private void serve() throws IOException {
    while (true) {
      var client = door.accept();
      start(() -> greet(client));
    }
  }

  private void greet(Socket client) throws IOException {
    say(client, imap ? "* OK IMAP4rev1 ready" : "+OK ready");
    for (var line = line(client.getInputStream()); !line.isEmpty(); ) {
      plain.add(line);
      var words = line.split(" ");
      var command = words[imap ? 1 : 0].toUpperCase();
      switch (command) {
        case "CAPABILITY" -> {
          say(client, "* CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED");
          say(client, words[0] + " OK done");
        }
        case "CAPA" -> say(client, "+OK\r\nSTLS\r\nUIDL\r\n.");
        case "STARTTLS", "STLS" -> {
          say(client, imap ? words[0] + " OK begin" : "+OK begin");
          passOn(client);
          return;
        }
        default -> say(client, imap ? words[0] + " NO encrypt first" : "-ERR encrypt first");
      }
      line = line(client.getInputStream());
    }
  }

  private void passOn(Socket client) throws IOException {
    var address = client.getInetAddress().getHostAddress();
    var secure =
        (SSLSocket) tls.getSocketFactory().createSocket(client, address, client.getPort(), true);
    secure.setUseClientMode(false);
    var server = new Socket(InetAddress.getByName("localhost"), behind);
    line(server.getInputStream()); // its greeting: the client had one
    start(() -> pipe(server.getInputStream(), secure.getOutputStream()));
    pipe(secure.getInputStream(), server.getOutputStream());
  }

  private static void pipe(InputStream from, OutputStream to) throws IOException {
    try (from;
        to) {
      from.transferTo(to);
    }
  }

  private static void say(Socket client, String line) throws IOException {
    client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  private static SSLContext tls() throws IOException {
    try {
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(TestCertificate.store(), TestCertificate.PASSWORD.toCharArray());
      var context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
