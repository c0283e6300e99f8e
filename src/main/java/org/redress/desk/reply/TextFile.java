package org.redress.desk.reply;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.text.Text;
import org.redress.ticket.care.CareStep;
import org.redress.ticket.care.StepGuide.Say;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The file of ready texts: {@code config/replies.yml}, which says what it holds. */
record TextFile(
    @JsonProperty(required = true) List<Say> openings,
    @JsonProperty(required = true) List<Say> closings,
    @JsonProperty(required = true) LinkedHashMap<String, Ready> texts) {

  /** What texts may speak of. */
  static final List<String> PLACES =
      List.of("customer", "ticket", "subject", "agent", "team", "next_due", "offers", "status_url");

  private static final Mustache.Compiler MUSTACHE = Mustache.compiler().escapeHTML(false);

  /**
   * A text to start a reply from.
   *
   * @param step the care steps at which it comes first, such as {@code listen|empathise}
   */
  record Ready(
      @JsonProperty(required = true) Text title,
      @Nullable String step,
      @JsonProperty(required = true) String en,
      @JsonProperty(required = true) String zh) {

    Ready {
      for (var name : step == null ? new String[0] : step.split("\\|")) {
        if (CareStep.of(name.strip()).isEmpty()) {
          throw new IllegalArgumentException("there is no care step '%s'".formatted(name));
        }
      }
    }

    boolean isFor(List<CareStep> steps) {
      return step != null
          && Stream.of(step.split("\\|"))
              .anyMatch(name -> steps.stream().anyMatch(s -> s.key().equals(name.strip())));
    }
  }

  /** The file cannot be used; the message names it, the line where known, and the way out. */
  static class Broken extends RuntimeException {
    Broken(String message) {
      super(message);
    }
  }

  /**
   * Reads a file.
   *
   * @throws Broken when it cannot be used
   */
  static TextFile read(Path file) {
    try {
      var read =
          YAMLMapper.builder()
              .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .build()
              .readValue(Files.readAllBytes(file), TextFile.class);
      read.check(file);
      return read;
    } catch (JacksonException e) {
      var line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new Broken("%s:%d: %s".formatted(file, line, e.getOriginalMessage()));
    } catch (IOException e) {
      throw new Broken("%s: cannot be read: %s".formatted(file, e.getMessage()));
    }
  }

  /** Fills every text once, so that a place that does not exist is found before a customer does. */
  private void check(Path file) {
    var values =
        Stream.concat(PLACES.stream(), Stream.of("opening", "closing"))
            .collect(Collectors.toMap(place -> place, place -> place));
    texts.forEach(
        (name, text) -> {
          for (var words : List.of(text.en(), text.zh())) {
            try {
              fill(words, values);
            } catch (MustacheException e) {
              throw new Broken(
                  "%s: text '%s': %s. The places are %s, opening, closing."
                      .formatted(file, name, e.getMessage(), PLACES));
            }
          }
        });
  }

  static String fill(String words, Map<String, String> values) {
    Template template = MUSTACHE.compile(words);
    return template.execute(values);
  }
}
