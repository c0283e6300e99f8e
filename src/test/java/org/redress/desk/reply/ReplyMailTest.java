package org.redress.desk.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Folder;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.AtTheDesk;
import org.redress.CareDesk;
import org.redress.TestService;

/** Replies as customers get them: with files, and in the thread of their own mail. */
@TestService
class ReplyMailTest extends AtTheDesk {

  private static final Duration SECONDS = Duration.ofSeconds(40);
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");
  private static final Pattern REMOVE = Pattern.compile("formaction=\"([^\"]+/remove)\"");

  @Test
  void filesAreKeptWithTheDraftAndGoOutInTheThreadOfTheCustomersMail() throws Exception {
    var customer = CareDesk.someone();
    var first = "<%s@example.org>".formatted(UUID.randomUUID());
    var ticket = "/tickets/" + complainByMail(customer, first);

    var kept = upload(ticket, "/draft/files", "Please find", "steps.txt", "Turn it twice");
    assertThat(kept).contains("steps.txt", "Please find");
    upload(ticket, "/draft/files", "Please find", "wrong.txt", "Not this");
    var remove = REMOVE.matcher(manager().open(ticket).body()).results().toList();
    assertThat(remove).hasSize(2);
    var without =
        manager()
            .submit(
                ticket,
                remove.get(1).group(1),
                Map.of("text", "Please find", "seen", seen(ticket)));
    assertThat(without.body()).contains("steps.txt").doesNotContain("wrong.txt");

    var leaving = upload(ticket, "/replies", "Please find it here", "more.txt", "And thrice");
    assertThat(leaving).contains("Your reply goes out in", "steps.txt", "more.txt");

    await().atMost(SECONDS).until(() -> reply(customer) != null);
    var mail = reply(customer);
    assertThat(mail.getHeader("In-Reply-To")).containsExactly(first);
    assertThat(mail.getHeader("References")).containsExactly(first);
    var parts = (Multipart) mail.getContent();
    assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("steps.txt");
    assertThat(parts.getBodyPart(1).getContent()).isEqualTo("Turn it twice");
    assertThat(parts.getBodyPart(2).getFileName()).isEqualTo("more.txt");
    assertThat(manager().open(ticket).body())
        .containsPattern("files/\\d+\" download[\\s\\S]+steps.txt")
        .doesNotContain("/remove\"");
  }

  @Test
  void whatIsNotTakenIsSaidAndTheReplyStays() throws Exception {
    var number = desk.complain("The lid is loose.", CareDesk.someone());
    var ticket = "/tickets/" + number;

    var refused = upload(ticket, "/replies", "Run this", "tool.exe", "MZ");

    assertThat(refused).contains("tool.exe: not attached", "Run this").doesNotContain("Take back");
  }

  @Test
  void theResultLeadsToTheNextTicketOfTheListOneCameFrom() throws Exception {
    var word = "q" + UUID.randomUUID().toString().substring(0, 13);
    var first = desk.complain("The lid is loose. " + word, CareDesk.someone());
    var second = desk.complain("The lid is loose. " + word, CareDesk.someone());
    desk.toTheResult(first);
    await().atMost(SECONDS).until(() -> door.tickets(word).size() == 2);
    manager().open("/queue/all?q=" + word);
    var ticket = "/tickets/" + first;
    var result = Map.of("note", "A new lid is sent", "told_by", "mail", "then", "next");

    var lacking = manager().submit(ticket, ticket + "/steps/give_result", Map.of("then", "next"));
    assertThat(lacking.uri().getPath()).isEqualTo(ticket);
    var next = manager().submit(ticket, ticket + "/steps/give_result", result);

    assertThat(next.uri().getPath()).isEqualTo("/tickets/" + second);
    assertThat(desk.ticket(first).get("status").asString()).isEqualTo("solved");
  }

  private String complainByMail(String customer, String messageId) throws Exception {
    var word = "w" + UUID.randomUUID().toString().substring(0, 13);
    var mail =
        """
        From: %s
        To: complaints@redress.local
        Subject: My kettle leaks
        Message-ID: %s
        Content-Type: text/plain; charset=utf-8

        It leaks, %s.
        """
            .formatted(customer, messageId, word);
    door.mail(mail.replace("\n", "\r\n").getBytes(UTF_8));
    await().atMost(SECONDS).until(() -> !door.tickets(word).isEmpty());
    return door.tickets(word).get(0).get("number").asString();
  }

  private String upload(String ticket, String action, String text, String name, String content)
      throws Exception {
    var fields = Map.of("text", text, "seen", seen(ticket));
    return manager().upload(ticket, ticket + action, fields, name, content.getBytes(UTF_8)).body();
  }

  private String seen(String ticket) throws Exception {
    var found = SEEN.matcher(manager().open(ticket).body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  /** The reply in the customer's mailbox. */
  private @Nullable MimeMessage reply(String customer) throws Exception {
    var session = Session.getInstance(new Properties());
    try (var store = session.getStore("imap")) {
      var imap = Integer.parseInt(settings.getProperty("redress.local-mailbox.imap-port", ""));
      store.connect("127.0.0.1", imap, customer, customer);
      var inbox = store.getFolder("INBOX");
      inbox.open(Folder.READ_ONLY);
      for (var mail : inbox.getMessages()) {
        if (mail.getSubject().startsWith("About your message")) {
          return new MimeMessage((MimeMessage) mail);
        }
      }
      return null;
    }
  }
}
