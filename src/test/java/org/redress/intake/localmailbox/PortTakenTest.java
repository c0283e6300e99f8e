package org.redress.intake.localmailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A port that another program has is named, with the way out. */
class PortTakenTest {

  private static final String ADDRESS = "complaints@redress.local";

  @TempDir Path folder;

  @Test
  void namesThePortThatIsTaken() throws Exception {
    try (var holder = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = holder.getLocalPort();
      var mailbox = new LocalMailbox(settings(0, port));
      assertThatThrownBy(mailbox::start)
          .isInstanceOf(PortTaken.class)
          .hasMessageContainingAll(String.valueOf(port), "127.0.0.1", "already in use");
      var told = new PortTakenAnalyzer().analyze(failure(mailbox));
      assertThat(told.getAction())
          .contains("redress.local-mailbox.imap-port", "enabled", "ss -ltnp", ":" + port);
    }
  }

  private static Throwable failure(LocalMailbox mailbox) {
    try {
      mailbox.start();
      throw new AssertionError("started on a taken port");
    } catch (PortTaken e) {
      return new IllegalStateException("Failed to start bean 'localMailbox'", e);
    }
  }

  private LocalMailboxSettings settings(int smtp, int imap) {
    return new LocalMailboxSettings(true, smtp, imap, ADDRESS, "complaints", "complaints", folder);
  }
}
