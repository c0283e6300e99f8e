package org.redress.ticket.care;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What to do, say and write down at each care step: {@code config/care.yml}, read once at start, so
 * that a mistake is found before an agent stands before a gap.
 */
@Component
public class Guidance {

  /** Fields that the service goes by, whatever else a site wants written down. */
  private static final Map<CareStep, String> NEEDED =
      Map.of(
          CareStep.FIND_CAUSE, "cause",
          CareStep.CLARIFY_DEMAND, "demand",
          CareStep.REVIEW, "lesson");

  private final Map<CareStep, StepGuide> guides;

  Guidance(CareSettings settings) {
    this.guides = read(settings.guidance());
  }

  /** The guide to a step. */
  public StepGuide of(CareStep step) {
    return guides.get(step);
  }

  /** The shape of the file. */
  private record Contents(LinkedHashMap<String, StepGuide> steps) {

    Contents {
      for (var name : steps.keySet()) {
        if (CareStep.of(name).isEmpty()) {
          throw new IllegalArgumentException("there is no care step '%s'".formatted(name));
        }
      }
      for (var step : CareStep.values()) {
        var guide = steps.get(step.key());
        if (guide == null) {
          throw new IllegalArgumentException("the step '%s' is missing".formatted(step.key()));
        }
        var needed = NEEDED.get(step);
        if (needed != null && !guide.record().containsKey(needed)) {
          throw new IllegalArgumentException(
              "the step '%s' must record '%s'; the service goes by it"
                  .formatted(step.key(), needed));
        }
      }
    }
  }

  /**
   * Reads a file of guidance.
   *
   * @throws IllegalStateException naming file, line and what is wrong
   */
  static Map<CareStep, StepGuide> read(Path file) {
    try {
      var contents =
          YAMLMapper.builder()
              .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .build()
              .readValue(Files.readAllBytes(file), Contents.class);
      var guides = new EnumMap<CareStep, StepGuide>(CareStep.class);
      contents.steps().forEach((name, guide) -> guides.put(CareStep.of(name).orElseThrow(), guide));
      return guides;
    } catch (JacksonException e) {
      var line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new IllegalStateException(
          "%s:%d: %s. Compare with the steps around it.".formatted(file, line, reason(e)), e);
    } catch (IOException e) {
      throw new IllegalStateException(
          "cannot read %s. The folder config/ must be where the service is started."
              .formatted(file),
          e);
    }
  }

  private static String reason(JacksonException e) {
    if (e.getCause() instanceof IllegalArgumentException own) {
      return String.valueOf(own.getMessage());
    }
    var first = e.getOriginalMessage().lines().findFirst().orElse("unreadable");
    return first.replaceFirst("Missing required creator property ('\\w+').*", "$1 is missing");
  }
}
