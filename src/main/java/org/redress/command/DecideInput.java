package org.redress.command;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.Language;
import org.redress.decision.Case;
import org.redress.decision.Circumstances;
import org.redress.decision.rule.NumberFact;

/** One line of the input of {@code decide}. Only {@code text} is required. */
@JsonIgnoreProperties(ignoreUnknown = true)
record DecideInput(
    @Nullable Object id,
    @Nullable String channel,
    @Nullable String language,
    @Nullable String subject,
    @Nullable String text,
    @JsonProperty("received_at") @Nullable Instant receivedAt,
    @Nullable Customer customer) {

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Customer(
      @Nullable String tier,
      @Nullable LocalDate since,
      @JsonProperty("tenure_months") @Nullable Double tenureMonths,
      @Nullable Double value,
      @JsonProperty("complaints_in_90_days") @Nullable Double complaintsIn90Days,
      @JsonProperty("compensations_in_a_year") @Nullable Double compensationsInAYear,
      @JsonProperty("money_given_in_a_year") @Nullable Double moneyGivenInAYear,
      @JsonProperty("churn_risk") @Nullable Double churnRisk,
      @JsonProperty("last_satisfaction") @Nullable Double lastSatisfaction) {}

  Case asCase(ZoneId zone) {
    if (text == null) {
      throw new IllegalArgumentException("the field 'text' is missing");
    }
    var whole = subject == null ? text : subject + "\n" + text;
    var received = (receivedAt == null ? Instant.now() : receivedAt).atZone(zone).toLocalDateTime();
    return new Case(
        whole,
        new Circumstances(
            channel == null ? "api" : channel,
            language == null || language.isBlank() ? Language.of(whole) : language,
            received,
            customer == null ? null : customer.tier(),
            customer == null ? Map.of() : numbers(customer, received.toLocalDate())));
  }

  private static Map<NumberFact, Double> numbers(Customer customer, LocalDate day) {
    var numbers = new EnumMap<NumberFact, Double>(NumberFact.class);
    if (customer.since() != null) {
      var months = ChronoUnit.MONTHS.between(customer.since(), day);
      numbers.put(NumberFact.TENURE_MONTHS, (double) Math.max(0, months));
    }
    put(numbers, NumberFact.TENURE_MONTHS, customer.tenureMonths());
    put(numbers, NumberFact.VALUE, customer.value());
    put(numbers, NumberFact.COMPLAINTS_IN_90_DAYS, customer.complaintsIn90Days());
    put(numbers, NumberFact.COMPENSATIONS_IN_A_YEAR, customer.compensationsInAYear());
    put(numbers, NumberFact.MONEY_GIVEN_IN_A_YEAR, customer.moneyGivenInAYear());
    put(numbers, NumberFact.CHURN_RISK, customer.churnRisk());
    put(numbers, NumberFact.LAST_SATISFACTION, customer.lastSatisfaction());
    return numbers;
  }

  private static void put(
      Map<NumberFact, Double> numbers, NumberFact fact, @Nullable Double number) {
    if (number != null) {
      numbers.put(fact, number);
    }
  }
}
