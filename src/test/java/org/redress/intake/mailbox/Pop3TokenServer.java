package org.redress.intake.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A POP3 server with one mail that lets in by token only (RFC 1939, RFC 5034 and the mechanism
 * XOAUTH2 of the large mail providers).
 */
final class Pop3TokenServer implements AutoCloseable {

  private static final String MAIL = "Message-ID: <by-token>\r\nSubject: s\r\n\r\nIt broke.\r\n";

  private final List<String> shown = new CopyOnWriteArrayList<>();
  private final ServerSocket door;
  private final String wanted;

  /** Lets in whoever shows this user and token. */
  Pop3TokenServer(String user, String token) throws IOException {
    this.wanted = "user=%s\1auth=Bearer %s\1\1".formatted(user, token);
    this.door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    var serving = new Thread(this::serve, "pop3");
    serving.setDaemon(true);
    serving.start();
  }

  int port() {
    return door.getLocalPort();
  }

  /** What callers showed. */
  List<String> shown() {
    return shown;
  }

  private void serve() {
    while (!door.isClosed()) {
      try (var caller = door.accept()) {
        talk(caller);
      } catch (IOException e) {
        // it hung up, or the door was closed
      }
    }
  }

  private void talk(Socket caller) throws IOException {
    var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), UTF_8));
    var out = new PrintStream(caller.getOutputStream(), true, UTF_8);
    out.print("+OK ready\r\n");
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      var words = line.split(" ");
      var answer =
          switch (words[0].toUpperCase()) {
            case "CAPA" -> "+OK\r\nSASL XOAUTH2\r\nUIDL\r\nTOP\r\n.";
            case "AUTH" -> letIn(words.length > 2 ? words[2] : more(in, out));
            case "STAT" -> "+OK 1 " + MAIL.length();
            case "LIST" -> words.length > 1 ? "+OK 1 " + MAIL.length() : "+OK\r\n1 50\r\n.";
            case "UIDL" -> words.length > 1 ? "+OK 1 u1" : "+OK\r\n1 u1\r\n.";
            case "RETR", "TOP" -> "+OK\r\n" + MAIL + ".";
            case "NOOP", "QUIT", "RSET" -> "+OK";
            default -> "-ERR not here";
          };
      out.print(answer + "\r\n");
      if (line.equalsIgnoreCase("QUIT")) {
        return;
      }
    }
  }

  private static String more(BufferedReader in, PrintStream out) throws IOException {
    out.print("+ \r\n");
    return in.readLine();
  }

  private String letIn(String encoded) {
    var said = new String(Base64.getDecoder().decode(encoded), UTF_8);
    shown.add(said);
    return said.equals(wanted) ? "+OK" : "-ERR [AUTH] no";
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
