package org.redress.decision.rule;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A case that a rule book must decide as stated: a test that managers write beside their table. */
public record Example(String question, String file, int row, Given given, Expect expect) {

  /** Says that no rule may answer and the default holds. */
  public static final String NO_RULE = "none";

  /** The complaint, as much of it as the example needs. */
  public static final class Given {
    @JsonProperty public @Nullable String subject;
    @JsonProperty public String text = "";
    @JsonProperty public String language = "";
    @JsonProperty public String channel = "email";
    @JsonProperty public @Nullable Instant received_at;

    @JsonProperty
    public Customer customer = new Customer(null, null, null, null, null, null, null, null);

    /** For the question {@code reply}: how long the ticket was finished. */
    @JsonProperty public @Nullable Integer days_since_solved;

    /** How many customers told of the same fault within an hour. */
    @JsonProperty public @Nullable Integer same_fault_in_an_hour;

    /** Answers of earlier questions; a question not named here is asked as usual. */
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
    @JsonAnySetter
    public Map<String, List<String>> answers = new LinkedHashMap<>();
  }

  /** What is known of the customer. */
  public record Customer(
      @Nullable String tier,
      @JsonProperty("tenure_months") @Nullable Integer tenureMonths,
      @Nullable Double value,
      @JsonProperty("complaints_in_90_days") @Nullable Integer complaintsIn90Days,
      @JsonProperty("compensations_in_a_year") @Nullable Integer compensationsInAYear,
      @JsonProperty("money_given_in_a_year") @Nullable Double moneyGivenInAYear,
      @JsonProperty("churn_risk") @Nullable Double churnRisk,
      @JsonProperty("last_satisfaction") @Nullable Integer lastSatisfaction) {}

  /**
   * What must come out.
   *
   * @param answer the answer, or for questions that collect, answers that must all be there
   * @param detail the detail that the (only) answer must carry
   * @param rule a rule that must speak for it, or {@link #NO_RULE}
   */
  public record Expect(
      @JsonProperty(required = true)
          @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          List<String> answer,
      @Nullable String detail,
      @JsonProperty(required = true) String rule) {

    /** Refuses nothing where something must stand. */
    public Expect {
      if (answer == null || rule == null) {
        throw new IllegalArgumentException(
            "'answer' and 'rule' cannot be empty; for no rule write 'rule: none'");
      }
    }
  }

  /** One entry of {@code examples.yml}. */
  public record Entry(
      @JsonProperty(required = true) Given given, @JsonProperty(required = true) Expect expect) {

    /** Refuses nothing where something must stand. */
    public Entry {
      if (given == null || expect == null) {
        throw new IllegalArgumentException("'given' and 'expect' cannot be empty");
      }
    }
  }
}
