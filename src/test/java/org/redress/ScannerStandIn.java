package org.redress;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Answers as a clamd does to INSTREAM, and finds the test virus of EICAR. All services of the tests
 * share it; who makes it silent makes it speak again.
 */
public final class ScannerStandIn {

  /** What every virus scanner takes for a virus, and is none. */
  public static final String EICAR =
      "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

  private static final ServerSocket SERVER = start();
  private static volatile boolean silent;

  private ScannerStandIn() {}

  /** Where it listens. */
  public static String port() {
    return String.valueOf(SERVER.getLocalPort());
  }

  /** Whether it hangs up without an answer. */
  public static void silent(boolean now) {
    silent = now;
  }

  private static ServerSocket start() {
    try {
      var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      var thread = new Thread(() -> serve(server), "scanner");
      thread.setDaemon(true);
      thread.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void serve(ServerSocket server) {
    while (true) {
      try (var socket = server.accept()) {
        if (!silent) {
          answer(socket);
        }
      } catch (IOException theOtherSideLeft) {
        // the next one
      }
    }
  }

  private static void answer(Socket socket) throws IOException {
    var in = new DataInputStream(socket.getInputStream());
    var command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
    if (!command.equals("zINSTREAM\0")) {
      socket.getOutputStream().write("UNKNOWN COMMAND\0".getBytes(StandardCharsets.US_ASCII));
      return;
    }
    var virus = EICAR.getBytes(StandardCharsets.US_ASCII);
    boolean found = false;
    for (int length = in.readInt(); length > 0; length = in.readInt()) {
      found |= Arrays.equals(in.readNBytes(length), virus);
    }
    var verdict = found ? "stream: Eicar-Signature FOUND\0" : "stream: OK\0";
    socket.getOutputStream().write(verdict.getBytes(StandardCharsets.US_ASCII));
  }
}
