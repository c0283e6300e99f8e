package org.redress.intake;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.Attachment;
import org.redress.complaint.IncomingComplaint;
import org.redress.complaint.Language;
import org.redress.complaint.Sender;
import org.redress.decision.Circumstances.Heard;
import org.redress.intake.mail.Mail;
import org.redress.intake.mail.MailReader;
import org.redress.intake.thread.Forwards;
import org.redress.intake.thread.Forwards.Forwarded;
import org.redress.intake.thread.TicketTag;
import org.redress.text.Text;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

/** Turns an envelope into what the customer said. */
@Component
public class Understanding {

  private static final Text NO_TEXT =
      new Text(
          "The field 'text' is missing or empty. Write there what the customer said.",
          "字段“text”缺失或为空。请填写客户所说的内容。");
  private static final Text NO_JSON =
      new Text(
          "This is not JSON, line %d, column %d: %s. Mend it there.",
          "这不是有效的 JSON，第 %d 行第 %d 列：%s。请在该处修正。");
  private static final Text NO_COMPLAINT =
      new Text("No complaint, written by a machine: %s", "并非投诉，由程序自动发出：%s");
  private static final Text OWN_MAIL =
      new Text("No complaint: a mail of ours came back", "并非投诉：我们自己的邮件被转了回来");
  private static final Text BAD_FIELD =
      new Text("The field '%s' cannot be read: %s. Mend it.", "字段“%s”无法读取：%s。请修正。");

  /** Part of the mail's form, not files of the customer; the original has them. */
  private static final Set<String> SIGNATURES =
      Set.of(
          "application/pkcs7-signature",
          "application/x-pkcs7-signature",
          "application/pgp-signature");

  private final MailReader mails = new MailReader();
  private final Tika types = new Tika();
  private final JsonMapper json;
  private final IntakeSettings settings;
  private final Forwards forwards;
  private final Set<String> ownAddresses;

  Understanding(
      JsonMapper json,
      IntakeSettings settings,
      Forwards forwards,
      @Value("${redress.notification.from:}") String sender,
      @Value("${redress.local-mailbox.address:}") String address) {
    this.json = json;
    this.settings = settings;
    this.forwards = forwards;
    this.ownAddresses =
        Stream.of(sender, address)
            .filter(own -> !own.isBlank())
            .map(own -> own.toLowerCase(Locale.ROOT))
            .collect(toSet());
  }

  /** A message that will never be understood, however often it is tried. */
  public static class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    Unreadable(Text reason, @Nullable Throwable cause) {
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
      @Nullable Forwarded forwarded) {}

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
      throw new Unreadable(unreadable(e), e);
    }
  }

  private static Text unreadable(JacksonException e) {
    var what = e.getOriginalMessage().lines().findFirst().orElse("");
    var field =
        e.getPath().stream()
            .map(step -> step.getPropertyName() == null ? "" : step.getPropertyName())
            .collect(Collectors.joining("."));
    var at = e.getLocation();
    return e instanceof DatabindException && !field.isEmpty()
        ? BAD_FIELD.formatted(field, what)
        : NO_JSON.formatted(
            at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr(), what);
  }

  private Understood posted(Envelope envelope, PostedComplaint post) {
    var whole = post.subject() == null ? post.text() : post.subject() + "\n" + post.text();
    var customer =
        Optional.ofNullable(post.customer())
            .orElseGet(() -> new PostedComplaint.Customer(null, null, null, null, null));
    var files = new ArrayList<Attachment>();
    var left = new StringBuilder();
    for (var file : Optional.ofNullable(post.attachments()).orElse(List.of())) {
      keep(files, left, file.name(), file.content());
    }
    var said =
        new IncomingComplaint(
            envelope.channel(),
            envelope.externalId(),
            Optional.ofNullable(post.receivedAt()).orElse(envelope.receivedAt()),
            post.subject(),
            post.text() + left,
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
            files);
    return new Understood(said, said.text(), null, post.heard(), null, null);
  }

  private static String language(String given) {
    return given.toLowerCase(Locale.ROOT).startsWith("zh") ? Language.CHINESE : Language.ENGLISH;
  }

  private Understood mail(Envelope envelope, Mail received) {
    var forwarded = forwards.of(received).orElse(null);
    var mail = forwarded == null ? received : forwarded.mail();
    var files = new ArrayList<Attachment>();
    var left = new StringBuilder();
    mail.attachments().stream()
        .filter(file -> !SIGNATURES.contains(file.type()))
        .forEach(file -> keep(files, left, file.name(), file.content()));
    var from = mail.from().isEmpty() ? new Mail.Address(null, "") : mail.from().get(0);
    var text = mail.text().isBlank() ? mail.subject() : mail.text();
    var said =
        new IncomingComplaint(
            envelope.channel(),
            envelope.externalId(),
            envelope.receivedAt(),
            mail.subject(),
            text + left,
            mail.language(),
            new Sender(null, from.name(), from.address(), null, null),
            tag(mail),
            mail.messageId(),
            mail.inReplyTo(),
            files);
    var newText = mail.replyText().isBlank() ? text : mail.replyText();
    return new Understood(said, newText + left, aside(mail, from), null, mail, forwarded);
  }

  private @Nullable Text aside(Mail mail, Mail.Address from) {
    if (mail.machineGenerated()) {
      return NO_COMPLAINT.formatted(mail.kind().word());
    }
    // Else our own mails, sent back to us by somebody's program, would be answered by us again.
    return ownAddresses.contains(from.address().toLowerCase(Locale.ROOT)) ? OWN_MAIL : null;
  }

  /** The ticket in a recipient such as {@code complaints+RD-100001@example.org}. */
  private static @Nullable String tag(Mail mail) {
    return TicketTag.ofAddresses(
            Stream.concat(mail.to().stream(), mail.cc().stream()).map(Mail.Address::address))
        .orElse(null);
  }

  /** Keeps a file with the type its content shows, or says why it stays in the original. */
  private void keep(
      List<Attachment> files, StringBuilder left, @Nullable String name, byte[] content) {
    var plainName = name == null ? "unnamed" : name.replaceAll("^.*[/\\\\]|\\p{Cntrl}", "");
    if (content.length > settings.maxAttachment().toBytes()) {
      left.append(
          "\n[%s: %d MB, larger than %d MB, kept in the original message only]"
              .formatted(plainName, content.length >> 20, settings.maxAttachment().toMegabytes()));
    } else {
      files.add(new Attachment(plainName, types.detect(content, plainName), content));
    }
  }
}
