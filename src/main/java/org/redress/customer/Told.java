package org.redress.customer;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.Sender;

/** What senders tell of themselves, and what of it is kept. */
final class Told {

  private Told() {}

  /** What is too long to be an id, an address or a number is none; the message has it still. */
  static Sender cleaned(Sender sender) {
    var name = text(sender.name());
    return new Sender(
        atMost(100, text(sender.id())),
        name == null ? null : name.substring(0, Math.min(name.length(), 200)),
        atMost(320, lowerCase(text(sender.email()))),
        atMost(40, digits(text(sender.phone()))),
        atMost(40, lowerCase(text(sender.tier()))));
  }

  private static @Nullable String atMost(int longest, @Nullable String text) {
    return text == null || text.length() > longest ? null : text;
  }

  private static @Nullable String text(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static @Nullable String lowerCase(@Nullable String text) {
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }

  private static @Nullable String digits(@Nullable String phone) {
    return phone == null ? null : text(phone.replaceAll("(?!^\\+)[^0-9]", ""));
  }

  /**
   * A customer after what a sender told: the tier it named, and a name where there was none. Who
   * knows the customer number, knows what its customer is called now; anybody may write a name
   * before an address.
   */
  static Customer by(Sender sender, Customer c) {
    var knows = sender.id() != null && sender.id().equals(c.externalId());
    var named = sender.name() != null && (knows || c.name() == null);
    return new Customer(
        c.id(),
        c.externalId(),
        named ? sender.name() : c.name(),
        c.email(),
        c.phone(),
        sender.tier() == null ? c.tier() : sender.tier(),
        c.since(),
        c.yearlyValue(),
        c.churnRisk(),
        c.lastSatisfaction(),
        c.createdAt());
  }
}
