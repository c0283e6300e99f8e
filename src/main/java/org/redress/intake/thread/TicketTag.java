package org.redress.intake.thread;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ticket numbers as people and mail programs write them. Whoever reads one may write one. */
public final class TicketTag {

  private static final Pattern NUMBER = Pattern.compile("\\bRD-\\d{6,12}\\b");
  private static final Pattern SUBJECT = Pattern.compile("\\[(RD-\\d{6,12})]");
  private static final Pattern PLUS = Pattern.compile("(?i)\\+(RD-\\d{6,12})@");

  private TicketTag() {}

  /** The number in the tag of a subject such as {@code Re: Your case [RD-100001]}. */
  public static Optional<String> ofSubject(@Nullable String subject) {
    var tag = SUBJECT.matcher(subject == null ? "" : subject);
    return tag.find() ? Optional.of(tag.group(1)) : Optional.empty();
  }

  /** The number in an address such as {@code complaints+RD-100001@example.org}. */
  public static Optional<String> ofAddresses(Stream<String> recipients) {
    return recipients
        .flatMap(address -> PLUS.matcher(address).results().map(found -> found.group(1)))
        .map(number -> number.toUpperCase(java.util.Locale.ROOT))
        .findFirst();
  }

  /** All numbers in a text, for instance in a Message-ID of ours. */
  static List<String> in(@Nullable String text) {
    return NUMBER.matcher(text == null ? "" : text).results().map(found -> found.group()).toList();
  }
}
