package org.redress.intake.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header fields of a mail or of one of its parts. */
final class HeaderFields {
  /** Longer headers are an attack: each field costs far more memory than it has bytes. */
  static final int LIMIT = 256 * 1024;

  private static final Pattern FOLD = Pattern.compile("[\\r\\n]+[ \\t]*");
  private static final Pattern MESSAGE_ID = Pattern.compile("<([^<>]{1,998})>");

  private final InternetHeaders headers;
  private final int end;

  private HeaderFields(InternetHeaders headers, int end) {
    this.headers = headers;
    this.end = end;
  }

  /** Reads the header that starts at {@code start}; never beyond {@code end} or the limit. */
  static HeaderFields read(byte[] raw, int start, int end) {
    int stop = Math.min(end, start + LIMIT);
    var in = new SharedByteArrayInputStream(raw, start, stop - start);
    try {
      var headers = new InternetHeaders(in);
      return new HeaderFields(headers, start + (int) in.getPosition());
    } catch (MessagingException e) {
      throw new IllegalStateException("an array in memory could not be read", e);
    }
  }

  /** Where the body starts. */
  int end() {
    return end;
  }

  boolean isEmpty() {
    return !headers.getAllHeaderLines().hasMoreElements();
  }

  /** The first field of that name, unfolded, one byte in each char. */
  Optional<String> raw(String name) {
    return Optional.ofNullable(headers.getHeader(name, null)).map(HeaderFields::unfold);
  }

  /** The first field of that name as text. */
  Optional<String> text(String name, @Nullable String charset) {
    return raw(name).map(raw -> EncodedWords.decode(raw, charset).strip());
  }

  /** A field with parameters; empty when it is missing. */
  Parameters parameters(String name) {
    return Parameters.parse(raw(name).orElse(""));
  }

  /** The Message-IDs in a field, or its bare text where it has no angle brackets. */
  List<String> messageIds(String name) {
    var field = raw(name).orElse("");
    var ids = MESSAGE_ID.matcher(field).results().map(id -> id.group(1).strip()).toList();
    return ids.isEmpty() && !field.isBlank() ? List.of(field.strip()) : ids;
  }

  /** The Date field; empty when it is missing or no date. */
  Optional<Instant> date() {
    try {
      var text = raw("Date").orElse("");
      return text.isBlank()
          ? Optional.empty()
          : Optional.of(new MailDateFormat().parse(text).toInstant());
    } catch (ParseException e) {
      return Optional.empty(); // a mail without a readable date is still a mail
    }
  }

  List<Mail.Address> addresses(String name, @Nullable String charset) {
    var found = new ArrayList<Mail.Address>();
    var all = headers.getHeader(name, ",");
    if (all == null) {
      return found;
    }
    try {
      for (var address : InternetAddress.parseHeader(unfold(all), false)) {
        var person =
            EncodedWords.decode(Optional.ofNullable(address.getPersonal()).orElse(""), charset);
        found.add(new Mail.Address(person.isEmpty() ? null : person, address.getAddress()));
      }
    } catch (AddressException e) {
      System.err.println("ADDR " + e.getMessage() + " " + all);
    }
    return found;
  }

  private static String unfold(String value) {
    return FOLD.matcher(value).replaceAll(" ").strip();
  }
}
