package org.redress.complaint.scan;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Asks a clamd over TCP, by its command INSTREAM. */
@Component
class Clamd {

  private static final int CHUNK = 64 * 1024;
  private static final int LONGEST_ANSWER = 4096;
  private static final Pattern FOUND = Pattern.compile("stream: (.{1,200}) FOUND");

  private final ScanSettings settings;

  Clamd(ScanSettings settings) {
    this.settings = settings;
  }

  /**
   * The virus in a file; empty when it is clean.
   *
   * @throws IOException when no answer comes, or one that says neither
   */
  Optional<String> virusIn(byte[] content) throws IOException {
    var timeout = (int) settings.timeout().toMillis();
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(settings.host(), settings.port()), timeout);
      socket.setSoTimeout(timeout);
      var out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), CHUNK));
      out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
      for (int from = 0; from < content.length; from += CHUNK) {
        var length = Math.min(CHUNK, content.length - from);
        out.writeInt(length);
        out.write(content, from, length);
      }
      out.writeInt(0);
      out.flush();
      var answer = socket.getInputStream().readNBytes(LONGEST_ANSWER);
      return understood(new String(answer, StandardCharsets.UTF_8).replace("\0", "").strip());
    }
  }

  private static Optional<String> understood(String answer) throws IOException {
    var found = FOUND.matcher(answer);
    if (found.matches()) {
      return Optional.of(found.group(1));
    }
    if (answer.equals("stream: OK")) {
      return Optional.empty();
    }
    if (answer.isEmpty()) {
      throw new IOException("it hung up without an answer");
    }
    throw new Refused("the scanner said: '" + answer + "'");
  }

  /** It answers, but this file it does not scan, for instance because it is too large for it. */
  static final class Refused extends IOException {

    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }
}
