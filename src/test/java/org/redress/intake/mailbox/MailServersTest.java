package org.redress.intake.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.intake.Envelope;
import org.redress.intake.TestCertificate;

/** Servers of every kind, as a site describes them: real ones on this machine. */
class MailServersTest {

  private final ReadMailbox mailbox = new ReadMailbox();
  private final List<Envelope> taken = mailbox.taken();
  private final Map<String, String> settings = mailbox.settings();
  private final DefaultCamelContext camel = mailbox.camel();
  private GreenMail server;
  private GreenMailUser user;
  private TokenEndpoint tokens;
  private List<String> asked;

  @BeforeEach
  void serve() {
    TestCertificate.serve();
    server =
        new GreenMail(
            new ServerSetup[] {
              setup(ServerSetup.PROTOCOL_IMAP),
              setup(ServerSetup.PROTOCOL_IMAPS),
              setup(ServerSetup.PROTOCOL_POP3),
              setup(ServerSetup.PROTOCOL_POP3S)
            });
    user = server.setUser("help@example.org", "help", "secret");
    server.start();
    settings.put("host", "localhost");
    settings.put("user", "help");
    settings.put("password", "secret");
    settings.put("poll-interval", "200ms");
    settings.put("tls", "false");
  }

  private static ServerSetup setup(String protocol) {
    return new ServerSetup(0, "localhost", protocol);
  }

  @AfterEach
  void stop() {
    mailbox.close();
    server.stop();
    if (tokens != null) {
      tokens.close();
    }
  }

  @Test
  void pop3LeavesMailAndTakesEachOnce() throws Exception {
    settings.put("protocol", "pop3");
    settings.put("port", String.valueOf(server.getPop3().getPort()));
    receive("one");
    receive("two");
    read();
    await().until(() -> taken.size() == 2);
    receive("three");
    await().until(() -> taken.size() == 3);
    assertThat(names()).containsExactly("one", "two", "three");
    assertThat(new String(taken.get(0).payload(), UTF_8)).isEqualTo(mail("one"));
    assertThat(server.getReceivedMessages()).hasSize(3);
  }

  @Test
  void pop3DeletesOverTlsAfterTheMailIsTaken() throws Exception {
    settings.put("protocol", "pop3");
    settings.put("tls", "true");
    settings.put("ssl-bundle", "greenmail");
    settings.put("after", "delete");
    settings.put("port", String.valueOf(server.getPop3s().getPort()));
    receive("gone");
    read();
    await().until(() -> server.getReceivedMessages().length == 0);
    assertThat(names()).containsExactly("gone");
  }

  @Test
  void imapOverTlsMovesWhatWasTaken() throws Exception {
    settings.put("tls", "true");
    settings.put("ssl-bundle", "greenmail");
    settings.put("after", "move:Handled 已处理");
    settings.put("port", String.valueOf(server.getImaps().getPort()));
    receive("moved");
    read();
    await().until(() -> inbox().getMessageCount() == 0);
    assertThat(names()).containsExactly("moved");
    var handled = server.getManagers().getImapHostManager().getFolder(user, "Handled 已处理", true);
    await().until(() -> handled.getMessageCount() == 1);
  }

  @Test
  void imapLeavesMailUnreadAndTakesEachOnce() throws Exception {
    settings.put("after", "leave");
    settings.put("port", String.valueOf(server.getImap().getPort()));
    receive("left");
    read();
    await().until(() -> taken.size() == 1);
    receive("next");
    await().until(() -> taken.size() == 2);
    assertThat(names()).containsExactly("left", "next");
    assertThat(server.getReceivedMessages()[0].isSet(Flags.Flag.SEEN)).isFalse();
  }

  /** GreenMail does not speak STARTTLS; a small door before it does. */
  @ParameterizedTest
  @ValueSource(strings = {"imap", "pop3"})
  void aPlainConnectionIsEncryptedBeforeAnybodySignsIn(String protocol) throws Exception {
    var behind = protocol.equals("imap") ? server.getImap() : server.getPop3();
    try (var door = new StarttlsDoor(protocol, behind.getPort())) {
      settings.put("protocol", protocol);
      settings.put("starttls", "true");
      settings.put("ssl-bundle", "greenmail");
      settings.put("port", String.valueOf(door.port()));
      settings.put("after", "leave");
      receive("enciphered");
      read();
      await().until(() -> taken.size() == 1);
      assertThat(names()).containsExactly("enciphered");
      assertThat(door.saidInPlain()).isNotEmpty().noneMatch(line -> line.contains("secret"));
    }
  }

  @Test
  void aServerWithoutStarttlsGetsNoPassword() throws Exception {
    settings.put("starttls", "true");
    settings.put("port", String.valueOf(server.getImap().getPort()));
    read();
    await().until(() -> consumer().problem().isPresent());
    assertThat(consumer().problem().orElseThrow().en()).contains("STARTTLS");
    assertThat(consumer().connectedOnce()).isFalse();
  }

  @Test
  void anUnknownCertificateIsRefused() throws Exception {
    settings.put("tls", "true");
    settings.put("port", String.valueOf(server.getImaps().getPort()));
    read();
    await().until(() -> consumer().problem().isPresent());
    assertThat(consumer().problem().orElseThrow().en()).contains("certification path");
  }

  @Test
  void signsInWithATokenThatIsFetchedAgainBeforeItEnds() throws Exception {
    tokens("secret", 2);
    settings.remove("password");
    settings.put("oauth2.refresh-token", "r1");
    settings.put("port", String.valueOf(server.getImap().getPort()));
    receive("token");
    read();
    await().until(() -> taken.size() == 1);
    assertThat(asked.get(0))
        .contains("grant_type=refresh_token", "refresh_token=r1", "client_id=redress");
    camel.getRouteController().stopRoute("help");
    await()
        .until(
            () -> {
              camel.getRouteController().startRoute("help");
              camel.getRouteController().stopRoute("help");
              return asked.size() > 1;
            });
    assertThat(asked.get(1)).contains("refresh_token=r2");
  }

  @Test
  void aTokenEndpointThatRefusesIsNamedAndTheMailboxIsTriedAgain() throws Exception {
    tokens(null, 3600);
    settings.remove("password");
    settings.put("oauth2.client-secret", "s");
    settings.put("port", String.valueOf(server.getImap().getPort()));
    read();
    await().until(() -> consumer().problem().isPresent());
    assertThat(consumer().problem().orElseThrow().en()).contains("401", "invalid_client", "/token");
    assertThat(asked.get(0)).contains("grant_type=client_credentials", "client_secret=s");
  }

  @Test
  void settingsThatCannotWorkAreRefused() {
    settings.put("protocol", "pop3");
    settings.put("after", "seen");
    assertThatThrownBy(this::read).hasStackTraceContaining("use leave or delete");
    settings.put("after", "delete");
    settings.put("tls", "true");
    settings.put("starttls", "true");
    assertThatThrownBy(this::read).hasStackTraceContaining("set tls: false");
  }

  private void tokens(String token, int seconds) throws Exception {
    tokens = new TokenEndpoint(token, seconds);
    asked = tokens.asked();
    settings.put("oauth2.token-url", tokens.address());
    settings.put("oauth2.client-id", "redress");
  }

  private void read() throws Exception {
    mailbox.read();
  }

  private MailboxConsumer consumer() {
    return mailbox.consumer();
  }

  private MailFolder inbox() throws Exception {
    return server.getManagers().getImapHostManager().getInbox(user);
  }

  private static String mail(String id) {
    return "Message-ID: <%s>\r\nSubject: s\r\n\r\nIt broke.\r\n".formatted(id);
  }

  private void receive(String id) throws Exception {
    user.deliver(new MimeMessage(null, new ByteArrayInputStream(mail(id).getBytes(UTF_8))));
  }

  private List<String> names() {
    return mailbox.names();
  }

  /**
   * The test server's threads complain loudly when a client hangs up; that is not the matter here.
   */
  private static ConditionFactory await() {
    return Awaitility.await().dontCatchUncaughtExceptions();
  }
}
