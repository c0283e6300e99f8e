package org.redress.desk.form;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.desk.form.Field.Kind;
import org.redress.text.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A form as its file describes it.
 *
 * @param fields in their order, by name
 */
record Form(
    @JsonProperty(required = true) Text title,
    @JsonProperty(required = true) Text lead,
    @JsonProperty(required = true) LinkedHashMap<String, Field> fields) {

  private static final int LARGEST_FILE = 1 << 20;
  private static final int MOST_FIELDS = 60;
  private static final Set<String> RESERVED =
      Set.of("id", "website", "proof", "work", "embed", "lang", "theme", "form");
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  /** A file that is no form; the message names file, line, what and the way out. */
  static class Broken extends Exception {
    Broken(String message, Throwable cause) {
      super(message, cause);
    }
  }

  Form {
    if (fields.size() > MOST_FIELDS) {
      throw new IllegalArgumentException("more than %d fields".formatted(MOST_FIELDS));
    }
    fields.keySet().forEach(Form::checkName);
    var text = fields.values().stream().filter(f -> "text".equals(f.is())).toList();
    if (text.size() != 1 || text.get(0).kind() != Kind.LONG_TEXT || !text.get(0).required()) {
      throw new IllegalArgumentException(
          "one field must be 'is: text', of kind 'long text' and required: what the customer says");
    }
    var meanings = fields.values().stream().map(Field::is).filter(is -> is != null).toList();
    if (Set.copyOf(meanings).size() < meanings.size()) {
      throw new IllegalArgumentException("two fields have the same 'is'; leave it out of one");
    }
  }

  private static void checkName(String name) {
    if (!name.matches("[a-z][a-z0-9_]{0,39}") || RESERVED.contains(name)) {
      throw new IllegalArgumentException(
          "a field may not be called '%s'. Use letters a-z, digits and _, but none of %s"
              .formatted(name, RESERVED));
    }
  }

  /** Reads a form. */
  static Form read(Path file) throws Broken, IOException {
    if (Files.size(file) > LARGEST_FILE) {
      throw new Broken("%s: larger than 1 MB. Make it smaller.".formatted(file), null);
    }
    try {
      return YAML.readValue(Files.readAllBytes(file), Form.class);
    } catch (JacksonException e) {
      var line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      var path = e.getPath().stream().map(step -> step.getPropertyName()).toList();
      var at = path.isEmpty() ? "" : String.join(".", path) + ": ";
      throw new Broken(
          "%s:%d: %s%s. Compare with complain.yml.".formatted(file, line, at, reason(e)), e);
    }
  }

  private static String reason(JacksonException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof IllegalArgumentException own && own.getMessage() != null) {
        return own.getMessage();
      }
    }
    return e.getOriginalMessage().lines().findFirst().orElse("unreadable");
  }

  /** The fields that take files. */
  List<String> fileFields() {
    return fields.entrySet().stream()
        .filter(field -> field.getValue().kind() == Kind.FILES)
        .map(Map.Entry::getKey)
        .toList();
  }
}
