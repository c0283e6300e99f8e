package org.redress.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.Attachment;
import org.redress.complaint.IncomingComplaint;
import org.redress.complaint.Language;
import org.redress.complaint.Sender;
import org.redress.decision.Circumstances.Heard;
import org.redress.intake.file.TakenFiles;
import org.redress.intake.machine.Aside;
import org.redress.intake.mail.Mail;
import org.redress.intake.mail.MailReader;
import org.redress.intake.thread.Forwards;
import org.redress.intake.thread.Forwards.Forwarded;
import org.redress.intake.thread.TicketTag;
import org.redress.text.JsonMistake;
import org.redress.text.Text;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Turns an envelope into what the customer said. */
@Component
public class Understanding {

  private static final Text NO_TEXT =
      new Text(
          "The field 'text' is missing or empty. Write there what the customer said.",
          "字段“text”缺失或为空。请填写客户所说的内容。");

  /** Part of the mail's form, not files of the customer; the original has them. */
  private static final Set<String> SIGNATURES =
      Set.of(
          "application/pkcs7-signature",
          "application/x-pkcs7-signature",
          "application/pgp-signature");

  /** Not opened, so nobody here has the key, or they are broken. */
  private static final Set<String> ENCIPHERED =
      Set.of("application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted");

  private static final Text NOT_READABLE =
      new Text(
          "[This mail is encrypted, and nobody here can read it. Reply to the customer and ask to"
              + " have it sent once more without encryption, or through the web form.]",
          "[此邮件已加密，我们无法阅读其内容。请回复客户，请其取消加密后重新发送，或改用网页表单提交。]");

  private final MailReader mails = new MailReader();
  private final JsonMapper json;
  private final Forwards forwards;
  private final TakenFiles files;
  private final Aside aside;

  Understanding(JsonMapper json, Forwards forwards, TakenFiles files, Aside aside) {
    this.json = json;
    this.forwards = forwards;
    this.files = files;
    this.aside = aside;
  }

  /** A message that will never be understood, however often it is tried. */
  public static class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    /** Says what is wrong and how to mend it. */
    public Unreadable(Text reason, @Nullable Throwable cause) {
      super(reason.en(), cause);
      this.reason = reason;
    }

    /** What is wrong and how to mend it. */
    public Text reason() {
      return reason;
    }
  }

  /**
   * What was understood.
   *
   * @param newText what is new in a reply, without quoted history
   * @param aside why the message needs no ticket, if it needs none
   * @param heard what somebody found out from the customer
   * @param mail the mail, if it is one
   * @param forwarded the customer's mail within it, if a colleague passed one on
   */
  public record Understood(
      IncomingComplaint said,
      String newText,
      @Nullable Text aside,
      @Nullable Heard heard,
      @Nullable Mail mail,
      @Nullable Forwarded forwarded) {

    /** The same with its files as they are known now. */
    Understood withFiles(List<Attachment> files) {
      return new Understood(said.withAttachments(files), newText, aside, heard, mail, forwarded);
    }
  }

  /**
   * Understands one message.
   *
   * @throws Unreadable when it can never be understood
   */
  public Understood read(Envelope envelope) {
    return switch (envelope.format()) {
      case MAIL -> mail(envelope, mails.read(envelope.payload()));
      case JSON -> posted(envelope, post(envelope.payload()));
    };
  }

  private PostedComplaint post(byte[] payload) {
    try {
      var post = json.readValue(payload, PostedComplaint.class);
      if (post == null || post.text() == null || post.text().isBlank()) {
        throw new Unreadable(NO_TEXT, null);
      }
      return post;
    } catch (JacksonException e) {
      throw new Unreadable(JsonMistake.of(e), e);
    }
  }

  private Understood posted(Envelope envelope, PostedComplaint post) {
    var whole = post.subject() == null ? post.text() : post.subject() + "\n" + post.text();
    var customer =
        Optional.ofNullable(post.customer())
            .orElseGet(() -> new PostedComplaint.Customer(null, null, null, null, null));
    var attached =
        Optional.ofNullable(post.attachments()).orElse(List.of()).stream()
            .map(file -> new TakenFiles.Sent(file.name(), file.content()))
            .toList();
    var said =
        new IncomingComplaint(
            envelope.channel(),
            envelope.externalId(),
            Optional.ofNullable(post.receivedAt()).orElse(envelope.receivedAt()),
            post.subject(),
            post.text(),
            post.language() == null ? Language.of(whole) : language(post.language()),
            new Sender(
                customer.id(),
                customer.name(),
                customer.email(),
                customer.phone(),
                customer.tier()),
            post.reference(),
            null,
            List.of(),
            files.of(attached));
    return new Understood(said, said.text(), null, post.heard(), null, null);
  }

  private static String language(String given) {
    return given.toLowerCase(Locale.ROOT).startsWith("zh") ? Language.CHINESE : Language.ENGLISH;
  }

  private Understood mail(Envelope envelope, Mail received) {
    var forwarded = forwards.of(received).orElse(null);
    var mail = forwarded == null ? received : forwarded.mail();
    var attached =
        mail.files().stream()
            .filter(file -> !SIGNATURES.contains(file.type()))
            .map(file -> new TakenFiles.Sent(file.name(), file.content()))
            .toList();
    var from = mail.from().isEmpty() ? new Mail.Address(null, "") : mail.from().get(0);
    var text = text(mail);
    var said =
        new IncomingComplaint(
            envelope.channel(),
            envelope.externalId(),
            envelope.receivedAt(),
            mail.subject(),
            text,
            mail.language(),
            new Sender(null, from.name(), from.address(), null, null),
            tag(mail),
            mail.messageId(),
            mail.inReplyTo(),
            files.of(attached));
    var newText = mail.replyText().isBlank() ? text : mail.replyText();
    return new Understood(said, newText, aside.of(mail).orElse(null), null, mail, forwarded);
  }

  private static String text(Mail mail) {
    if (!mail.text().isBlank()) {
      return mail.text();
    }
    return mail.files().stream().anyMatch(file -> ENCIPHERED.contains(file.type()))
        ? (mail.subject() + "\n\n" + NOT_READABLE.en() + "\n\n" + NOT_READABLE.zh()).strip()
        : mail.subject();
  }

  /** The ticket in a recipient such as {@code complaints+RD-100001@example.org}. */
  private static @Nullable String tag(Mail mail) {
    return TicketTag.ofAddresses(
            Stream.concat(mail.to().stream(), mail.cc().stream()).map(Mail.Address::address))
        .orElse(null);
  }
}
