package org.redress.intake.mail.report;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.intake.mail.Mail;

/**
 * What a bounce says, in the form of RFC 3464 or in the words of older systems.
 *
 * @param about Message-IDs of the mail that did not arrive, as far as the report names any
 * @param recipients whom it was for, in lower case
 * @param permanent whether nobody tries any longer
 * @param status by RFC 3463, for instance {@code 5.1.1}; empty when there is none
 * @param diagnostic the words of the system that refused, on one line; may be empty
 */
public record DeliveryReport(
    List<String> about,
    List<String> recipients,
    boolean permanent,
    Fault fault,
    String status,
    String diagnostic) {

  private static final int ENOUGH = 20_000;
  private static final int LONGEST_DIAGNOSTIC = 400;
  private static final Set<String> ORIGINALS =
      Set.of("message/rfc822", "message/global", "text/rfc822-headers", "message/rfc822-headers");
  private static final Pattern MESSAGE_ID =
      Pattern.compile(
          "(?im)^[> ]{0,4}(?:x-)?(?:original-|redress-)?message-id:\\s{0,9}<?([^<>\\s]{3,500})");
  private static final Pattern STATUS = Pattern.compile("\\b[245]\\.\\d{1,3}\\.\\d{1,3}\\b");
  private static final Pattern REPLY =
      Pattern.compile("(?m)(?:^|[\\s:(\\[>])([45]\\d\\d)[ -][^\\r\\n]{3,300}");
  private static final Pattern ADDRESS = Pattern.compile("[\\w.+=%/-]{1,64}@[\\w.-]{1,255}\\w");

  /** Below it stands the mail that did not arrive, whose words mean nothing here. */
  private static final Pattern COPY =
      Pattern.compile(
          "(?i)below (?:this line )?is a copy|original message|message headers follow|^received:"
              + "|a copy of the message|dkim-signature:");

  private static final Pattern DELAY =
      Pattern.compile("(?i)delay|warning|not yet|still (?:trying|being)|延迟|尚未");

  /** Reads the report that a mail of kind bounce is. */
  public static DeliveryReport of(Mail mail) {
    var fields = new Fields();
    var originals = new StringBuilder();
    for (var part : mail.attachments()) {
      if (part.type().endsWith("delivery-status")) {
        fields.read(part.content());
      } else if (ORIGINALS.contains(part.type())) {
        originals.append(start(part.content())).append('\n');
      }
    }
    var text = mail.text().substring(0, Math.min(mail.text().length(), ENOUGH));
    var said = fields.diagnostic.isEmpty() ? words(text) : fields.diagnostic;
    var status = fields.status.isEmpty() ? first(STATUS, said + "\n" + text) : fields.status;
    var ids = new LinkedHashSet<String>();
    ids.addAll(ids(originals));
    ids.addAll(ids(text));
    ids.addAll(mail.inReplyTo());
    return new DeliveryReport(
        List.copyOf(ids),
        fields.recipients.isEmpty() ? addresses(text) : List.copyOf(fields.recipients),
        isPermanent(fields.action, status, mail.subject()),
        Fault.of(status, fields.diagnostic.isEmpty() ? COPY.split(text, 2)[0] : said),
        status,
        said);
  }

  private static boolean isPermanent(String action, String status, String subject) {
    if (!action.isEmpty()) {
      return action.equals("failed");
    }
    return !status.startsWith("4") && !DELAY.matcher(subject).find();
  }

  private static String start(byte[] content) {
    return new String(content, 0, Math.min(content.length, ENOUGH), StandardCharsets.ISO_8859_1);
  }

  private static List<String> ids(CharSequence text) {
    return MESSAGE_ID.matcher(text).results().map(found -> found.group(1)).toList();
  }

  private static List<String> addresses(String text) {
    return ADDRESS
        .matcher(text)
        .results()
        .map(found -> found.group().toLowerCase(Locale.ROOT))
        .distinct()
        .limit(20)
        .toList();
  }

  /** The line in which a mail server's refusal is quoted, where there is no field for it. */
  private static String words(String text) {
    return REPLY
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .findFirst()
        .map(DeliveryReport::oneLine)
        .orElse("");
  }

  private static String first(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).findFirst().orElse("");
  }

  private static String oneLine(String text) {
    var line = text.replaceAll("\\s+", " ").strip();
    return line.substring(0, Math.min(line.length(), LONGEST_DIAGNOSTIC));
  }

  /** The fields of a delivery status: a block for the mail, then one for each recipient. */
  private static final class Fields {
    private static final Pattern BLOCK = Pattern.compile("(?:\\r?\\n[ \\t]*){2,}");
    private static final int MOST_BLOCKS = 50;

    private final List<String> recipients = new ArrayList<>();
    private String action = "";
    private String status = "";
    private String diagnostic = "";

    void read(byte[] content) {
      for (var block : BLOCK.split(start(content), MOST_BLOCKS)) {
        try {
          var bytes = (block + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
          read(new InternetHeaders(new ByteArrayInputStream(bytes)));
        } catch (MessagingException e) {
          throw new IllegalStateException("an array in memory could not be read", e);
        }
      }
    }

    private void read(InternetHeaders block) {
      for (var name : List.of("Original-Recipient", "Final-Recipient")) {
        recipients.addAll(addresses(value(block, name)));
      }
      var did = value(block, "Action").toLowerCase(Locale.ROOT).split("[^a-z]", 2)[0];
      if (action.isEmpty() || did.equals("failed")) {
        action = did.isEmpty() ? action : did;
        status = or(first(STATUS, value(block, "Status")), status);
        diagnostic = or(oneLine(value(block, "Diagnostic-Code")), diagnostic);
      }
    }

    private static String value(InternetHeaders block, String name) {
      @Nullable String value = block.getHeader(name, null);
      return value == null ? "" : value;
    }

    private static String or(String now, String before) {
      return now.isEmpty() ? before : now;
    }
  }
}
