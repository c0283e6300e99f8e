package org.redress.intake.localmailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;

/** Mailboxes that come with the first mail and go with the last. */
class OtherMailboxesTest {

  private static final MailAddress NEW = new MailAddress("new@example.org");

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));

  @Test
  void aMailOnItsWayIntoANewMailboxIsNotSweptAway() throws Exception {
    var users = server.getUserManager();
    var others =
        new OtherMailboxes(
            users, server.setUser("complaints@redress.local", "complaints", "c"), new Turn());
    var mail = new MovingMessage();
    mail.setMimeMessage(
        new MimeMessage(null, new ByteArrayInputStream("Subject: s\r\n\r\nt\r\n".getBytes())));

    var mailbox = others.of(NEW);
    others.sweep();
    mailbox.deliver(mail);
    others.sweep();

    var inbox = users.getImapHostManager().getInbox(users.getUserByEmail(NEW.getEmail()));
    assertThat(inbox.getMessageCount()).isEqualTo(1);

    inbox.getMessages().get(0).setFlag(Flags.Flag.DELETED, true);
    inbox.expunge();
    others.sweep();
    assertThat(users.getUserByEmail(NEW.getEmail())).isNull();
  }
}
