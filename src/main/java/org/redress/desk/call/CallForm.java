package org.redress.desk.call;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.Language;
import org.redress.complaint.Sender;
import org.springframework.validation.Errors;

/**
 * What an agent has written down so far.
 *
 * @param id made with the empty form, so that the same call sent twice is one complaint
 * @param who {@code c:ID} for a customer on record, {@code t:NUMBER} for a ticket to add to, empty
 *     for whoever number and address belong to
 * @param language of the talk; empty when it is to be found out from the words
 * @param feeling empty when it is left to the rules
 * @param wants empty when they are left to the rules
 */
record CallForm(
    String id,
    String phone,
    String name,
    String email,
    String who,
    String text,
    String reference,
    String language,
    String feeling,
    List<String> wants) {

  private static final int LONGEST_TEXT = 20_000;
  private static final int LONGEST_LINE = 200;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,200}\\.[^@\\s.]{2,}");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()./-]{5,30}");
  private static final String CUSTOMER = "c:";
  private static final String TICKET = "t:";

  CallForm(
      @Nullable String id,
      @Nullable String phone,
      @Nullable String name,
      @Nullable String email,
      @Nullable String who,
      @Nullable String text,
      @Nullable String reference,
      @Nullable String language,
      @Nullable String feeling,
      @Nullable List<String> wants) {
    this.id = id != null && ID.matcher(id).matches() ? id : UUID.randomUUID().toString();
    this.phone = strip(phone);
    this.name = strip(name);
    this.email = strip(email);
    this.who = strip(who);
    this.text = strip(text);
    this.reference = strip(reference);
    this.language = strip(language);
    this.feeling = strip(feeling);
    this.wants = wants == null ? List.of() : List.copyOf(wants);
  }

  private static String strip(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }

  Sender sender() {
    return new Sender(null, name, email, phone, null);
  }

  /** The customer on record who was picked, by id. */
  Optional<Long> customer() {
    var digits = who.startsWith(CUSTOMER) ? who.substring(CUSTOMER.length()) : "";
    return digits.matches("\\d{1,18}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
  }

  /** The number of the ticket that the call is added to. */
  Optional<String> ticket() {
    return who.startsWith(TICKET) ? Optional.of(who.substring(TICKET.length())) : Optional.empty();
  }

  /** The language to talk in; {@code otherwise} as long as nothing tells it. */
  String spoken(String otherwise) {
    if (!language.isEmpty()) {
      return language;
    }
    return text.isEmpty() ? otherwise : Language.of(text);
  }

  /** Says, field by field, what the agent may mend. */
  void check(Errors errors) {
    if (text.isEmpty()) {
      errors.rejectValue("text", "call_entry.text.missing");
    } else if (text.length() > LONGEST_TEXT) {
      errors.rejectValue("text", "complain.text.long");
    }
    if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
      errors.rejectValue("email", "complain.email.wrong");
    }
    if (!phone.isEmpty() && !PHONE.matcher(phone).matches()) {
      errors.rejectValue("phone", "complain.phone.wrong");
    }
    if (name.length() > LONGEST_LINE) {
      errors.rejectValue("name", "complain.too_long");
    }
    if (reference.length() > LONGEST_LINE) {
      errors.rejectValue("reference", "complain.too_long");
    }
  }
}
