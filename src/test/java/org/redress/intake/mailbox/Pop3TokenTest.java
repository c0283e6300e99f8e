package org.redress.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

/** Mailboxes of large providers over POP3, which let nobody in by password any more. */
class Pop3TokenTest {

  @Test
  void signsInWithTheTokenAndTakesTheMailOnce() throws Exception {
    try (var server = new Pop3TokenServer("help", "secret");
        var tokens = new TokenEndpoint("secret", 3600);
        var mailbox = mailbox(server, tokens)) {
      mailbox.read();
      await().until(() -> server.shown().size() > 2);
      assertThat(mailbox.names()).containsExactly("by-token");
      assertThat(tokens.asked()).hasSize(1);
    }
  }

  @Test
  void aTokenThatIsRefusedIsTold() throws Exception {
    try (var server = new Pop3TokenServer("help", "another");
        var tokens = new TokenEndpoint("secret", 3600);
        var mailbox = mailbox(server, tokens)) {
      mailbox.read();
      await().until(() -> mailbox.consumer().problem().isPresent());
      assertThat(mailbox.consumer().problem().orElseThrow().en())
          .contains("localhost:" + server.port(), "no", "Check redress.mailboxes.help")
          .doesNotContain("secret");
      assertThat(mailbox.taken()).isEmpty();
    }
  }

  private static ReadMailbox mailbox(Pop3TokenServer server, TokenEndpoint tokens) {
    var mailbox = new ReadMailbox();
    mailbox.settings().put("protocol", "pop3");
    mailbox.settings().put("host", "localhost");
    mailbox.settings().put("port", String.valueOf(server.port()));
    mailbox.settings().put("tls", "false");
    mailbox.settings().put("user", "help");
    mailbox.settings().put("poll-interval", "200ms");
    mailbox.settings().put("oauth2.token-url", tokens.address());
    mailbox.settings().put("oauth2.client-id", "redress");
    mailbox.settings().put("oauth2.refresh-token", "r1");
    return mailbox;
  }
}
