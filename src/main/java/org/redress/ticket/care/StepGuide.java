package org.redress.ticket.care;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.text.Text;
import org.redress.ticket.Ticket.Verdict;

/**
 * What an agent is shown at one care step.
 *
 * @param task what to do now
 * @param record what is written down, by the field's name; {@link #NOTE} is the free text
 * @param must what may not be empty; {@code a|b} means at least one of them
 */
public record StepGuide(
    @JsonProperty(value = "do", required = true) Text task,
    @JsonProperty(required = true) List<Say> say,
    @JsonProperty(required = true) LinkedHashMap<String, Field> record,
    @Nullable List<String> must) {

  /** The field that every step has: free words of up to 4,000 characters. */
  public static final String NOTE = "note";

  public StepGuide {
    complete(task, "do");
    if (say.isEmpty()) {
      throw new IllegalArgumentException("'say' is empty; write at least one entry");
    }
    if (!record.containsKey(NOTE)) {
      throw new IllegalArgumentException("'record' needs a '%s' with a label".formatted(NOTE));
    }
    must = must == null ? List.of() : must;
    for (var field : must.stream().flatMap(StepGuide::words).toList()) {
      if (!record.containsKey(field)) {
        throw new IllegalArgumentException(
            "'must' names '%s', which 'record' does not have; it has %s"
                .formatted(field, record.keySet()));
      }
    }
  }

  /**
   * Words that help, and whom they are meant for.
   *
   * @param emotion answers such as {@code angry|furious}; none means any
   */
  public record Say(
      @JsonProperty(required = true) String en,
      @JsonProperty(required = true) String zh,
      @Nullable String emotion,
      @Nullable String demand,
      @Nullable String cause) {

    /** The words themselves. */
    public Text words() {
      return new Text(en, zh);
    }

    private boolean fits(Verdict verdict) {
      return fits(emotion, List.of(verdict.emotion()))
          && fits(demand, verdict.demands())
          && fits(cause, List.of(verdict.cause()));
    }

    private static boolean fits(@Nullable String wanted, List<String> answers) {
      return wanted == null || StepGuide.words(wanted).anyMatch(answers::contains);
    }

    private long conditions() {
      return Stream.of(emotion, demand, cause).filter(condition -> condition != null).count();
    }
  }

  /**
   * Something that is written down.
   *
   * @param answers the question from whose answers it is picked
   * @param choices what it is picked from, by name; neither of both means a line of text
   */
  public record Field(
      @JsonProperty(required = true) Text label,
      @Nullable String answers,
      @Nullable LinkedHashMap<String, Text> choices) {

    public Field {
      complete(label, "label");
      if (answers != null && choices != null) {
        throw new IllegalArgumentException("a field has 'answers' or 'choices', not both");
      }
      if (choices != null) {
        choices.forEach((name, choice) -> complete(choice, name));
      }
    }
  }

  /** The words that fit a ticket, the most fitting first. */
  public List<Text> sayTo(Verdict verdict) {
    return fitting(say, verdict);
  }

  /** Those words of a list that fit a ticket, the most fitting first. */
  public static List<Text> fitting(List<Say> words, Verdict verdict) {
    return words.stream()
        .filter(one -> one.fits(verdict))
        .sorted((one, other) -> Long.compare(other.conditions(), one.conditions()))
        .map(Say::words)
        .toList();
  }

  /** The names of an entry of {@code must} or of a condition: {@code a|b} is a and b. */
  static Stream<String> words(String alternatives) {
    return Arrays.stream(alternatives.split("\\|")).map(String::strip);
  }

  private static void complete(@Nullable Text text, String name) {
    if (text == null || isBlank(text.en()) || isBlank(text.zh())) {
      throw new IllegalArgumentException("'%s' needs words in en and in zh".formatted(name));
    }
  }

  private static boolean isBlank(@Nullable String words) {
    return words == null || words.isBlank();
  }
}
