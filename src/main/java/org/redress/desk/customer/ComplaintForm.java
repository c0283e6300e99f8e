package org.redress.desk.customer;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/**
 * What a customer filled in.
 *
 * @param id made with the empty form, so that the same form sent twice is one complaint
 * @param reference an order or ticket number
 * @param website nobody sees this field; only programs fill it in
 */
record ComplaintForm(
    String id,
    String name,
    String email,
    String phone,
    String reference,
    String text,
    String website,
    List<MultipartFile> files) {

  static final long MOST_BYTES = 25_000_000;
  private static final int MOST_FILES = 20;
  private static final int LONGEST_TEXT = 20_000;
  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,200}\\.[^@\\s.]{2,}");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()./-]{5,30}");

  /** Fields that were not sent are empty, and an id that is none of ours is replaced. */
  ComplaintForm(
      @Nullable String id,
      @Nullable String name,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String reference,
      @Nullable String text,
      @Nullable String website,
      @Nullable List<MultipartFile> files) {
    this.id = isId(id) ? Objects.requireNonNull(id) : UUID.randomUUID().toString();
    this.name = strip(name);
    this.email = strip(email);
    this.phone = strip(phone);
    this.reference = strip(reference);
    this.text = strip(text);
    this.website = strip(website);
    this.files =
        files == null ? List.of() : files.stream().filter(file -> !file.isEmpty()).toList();
  }

  static ComplaintForm empty(@Nullable String reference) {
    return new ComplaintForm(null, null, null, null, reference, null, null, null);
  }

  private static boolean isId(@Nullable String id) {
    return id != null && id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  }

  private static String strip(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  /** Says, field by field, what the customer may mend. */
  void check(Errors errors) {
    if (text.isEmpty()) {
      errors.rejectValue("text", "complain.text.missing");
    } else if (text.length() > LONGEST_TEXT) {
      errors.rejectValue("text", "complain.text.long");
    }
    check(errors, "email", email, EMAIL);
    check(errors, "phone", phone, PHONE);
    checkLength(errors, "name", name);
    checkLength(errors, "reference", reference);
    if (files.stream().mapToLong(MultipartFile::getSize).sum() > MOST_BYTES) {
      errors.rejectValue("files", "complain.files.large");
    } else if (files.size() > MOST_FILES) {
      errors.rejectValue("files", "complain.files.many");
    }
    if (!website.isEmpty()) {
      errors.reject("complain.robot");
    }
  }

  private static void check(Errors errors, String field, String value, Pattern form) {
    if (!value.isEmpty() && !form.matcher(value).matches()) {
      errors.rejectValue(field, "complain." + field + ".wrong");
    }
  }

  private static void checkLength(Errors errors, String field, String value) {
    if (value.length() > 200) {
      errors.rejectValue(field, "complain.too_long");
    }
  }
}
