package org.redress.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** Posts whatever it is given, as many different callers: each address of loopback posts 20. */
final class Strangers {

  private static final int POSTS_EACH = 20;
  private static final int TIMEOUT_MILLIS = 60_000;

  private final int port;
  private int posts;

  Strangers(int port) {
    this.port = port;
  }

  /** What was answered: the head, line by line, and the page. */
  record Answer(String text) {

    int status() {
      return text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0;
    }
  }

  Answer get(String path) throws IOException {
    return send("GET " + path + " HTTP/1.1\r\n", new byte[0]);
  }

  Answer post(String path, String headers, byte[] body) throws IOException {
    var head = "POST %s HTTP/1.1\r\n%sContent-Length: %d\r\n".formatted(path, headers, body.length);
    return send(head, body);
  }

  private Answer send(String head, byte[] body) throws IOException {
    int caller = 2 + posts++ / POSTS_EACH;
    var address = new byte[] {127, (byte) (caller >> 16), (byte) (caller >> 8), (byte) caller};
    try (var socket =
        new Socket(
            InetAddress.getByName("127.0.0.1"), port, InetAddress.getByAddress(address), 0)) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      var message = new ByteArrayOutputStream();
      message.writeBytes(
          (head + "Host: 127.0.0.1\r\nConnection: close\r\n\r\n").getBytes(ISO_8859_1));
      message.writeBytes(body);
      socket.getOutputStream().write(message.toByteArray());
      return new Answer(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
    }
  }
}
