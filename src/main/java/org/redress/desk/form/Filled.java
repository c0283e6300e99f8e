package org.redress.desk.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.redress.desk.form.Field.Kind;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/**
 * A form as somebody filled it in.
 *
 * @param id made with the empty form, so that the same form sent twice is one complaint
 * @param values by field; a field that was left empty has an empty value
 */
record Filled(Form form, String id, Map<String, String> values, List<MultipartFile> files) {

  static final long MOST_BYTES = 25_000_000;
  private static final int MOST_FILES = 20;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  static Filled of(Form form, MultiValueMap<String, String> sent, List<MultipartFile> files) {
    var id = sent.getFirst("id");
    var values = new LinkedHashMap<String, String>();
    form.fields()
        .keySet()
        .forEach(
            name -> {
              var value = sent.getFirst(name);
              values.put(name, value == null ? "" : value.strip());
            });
    return new Filled(
        form,
        id != null && ID.matcher(id).matches() ? id : UUID.randomUUID().toString(),
        values,
        files.stream().filter(file -> !file.isEmpty()).toList());
  }

  /** What is wrong, by field: the key of a message, or a sentence of the form's own. */
  Map<String, Mistake> mistakes(String language) {
    var mistakes = new LinkedHashMap<String, Mistake>();
    form.fields()
        .forEach(
            (name, field) -> {
              var value = values.getOrDefault(name, "");
              if (field.kind() == Kind.FILES) {
                filesMistake(field, name, mistakes);
              } else if (value.isEmpty()) {
                if (field.required()) {
                  mistakes.put(name, Mistake.of("form.missing", field.missing(), language));
                }
              } else if (!field.takes(value)) {
                mistakes.put(name, Mistake.of(wrong(field), field.wrong(), language));
              }
            });
    return mistakes;
  }

  private void filesMistake(Field field, String name, Map<String, Mistake> mistakes) {
    if (files.stream().mapToLong(MultipartFile::getSize).sum() > MOST_BYTES) {
      mistakes.put(name, new Mistake("complain.files.large", ""));
    } else if (files.size() > MOST_FILES) {
      mistakes.put(name, new Mistake("complain.files.many", ""));
    } else if (field.required() && files.isEmpty()) {
      mistakes.put(name, new Mistake("form.missing", ""));
    }
  }

  private static String wrong(Field field) {
    return switch (field.kind()) {
      case EMAIL -> "complain.email.wrong";
      case PHONE -> "complain.phone.wrong";
      case LONG_TEXT -> "complain.text.long";
      case LINE -> "complain.too_long";
      case DATE -> "form.date.wrong";
      case NUMBER -> "form.number.wrong";
      default -> "form.wrong";
    };
  }

  /** The value that is this of a complaint; empty when the form does not ask for it. */
  String what(String is) {
    return form.fields().entrySet().stream()
        .filter(field -> is.equals(field.getValue().is()))
        .map(field -> values.getOrDefault(field.getKey(), ""))
        .findFirst()
        .orElse("");
  }

  /** The customer's words, and below them what else was asked and answered. */
  String text(String language) {
    var more =
        form.fields().entrySet().stream()
            .filter(field -> field.getValue().is() == null)
            .filter(field -> !values.getOrDefault(field.getKey(), "").isEmpty())
            .map(field -> line(field.getValue(), values.get(field.getKey()), language))
            .collect(Collectors.joining("\n"));
    return more.isEmpty() ? what("text") : what("text") + "\n\n" + more;
  }

  private static String line(Field field, String value, String language) {
    var between = language.equals("zh") ? "：" : ": ";
    return field.label().in(language) + between + field.inWords(value, language);
  }
}
