package org.redress.intake.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands before an IMAP server and hides that it announces new mail. */
final class SilentServer implements AutoCloseable {

  private final ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  private final int behind;
  private volatile boolean hidIdle;

  SilentServer(int behind) throws IOException {
    this.behind = behind;
    run(
        () -> {
          while (true) {
            var client = listening.accept();
            var server = new Socket(InetAddress.getLoopbackAddress(), behind);
            run(() -> pump(client.getInputStream(), server.getOutputStream(), false));
            run(() -> pump(server.getInputStream(), client.getOutputStream(), true));
          }
        });
  }

  int port() {
    return listening.getLocalPort();
  }

  boolean hidIdle() {
    return hidIdle;
  }

  private void pump(InputStream in, OutputStream out, boolean hide) throws IOException {
    var buffer = new byte[8192];
    for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
      var text = new String(buffer, 0, read, ISO_8859_1);
      if (hide && text.contains(" IDLE")) {
        hidIdle = true;
        text = text.replace(" IDLE", " XIDL");
      }
      out.write(text.getBytes(ISO_8859_1));
      out.flush();
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void run(Work work) {
    var thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                return; // one side closed
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
