package org.redress.intake.preview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.access.SiteSettings;
import org.redress.customer.Customer;
import org.redress.customer.CustomerHistory.Past;
import org.redress.decision.Case;
import org.redress.decision.Circumstances;
import org.redress.decision.Circumstances.Heard;
import org.redress.decision.rule.NumberFact;
import org.springframework.stereotype.Component;

/** Makes of a message and its customer what the rules are shown. */
@Component
public class Cases {

  private final ZoneId zone;

  Cases(SiteSettings site) {
    this.zone = site.timeZone();
  }

  /**
   * A message as the rules see it.
   *
   * @param text subject and text together
   * @param heard what somebody found out from the customer
   */
  public record Message(
      String channel, String language, Instant receivedAt, String text, @Nullable Heard heard) {}

  /**
   * The case of one message.
   *
   * @param past what the customer did before
   * @param sameFault how many customers told of the same lately; 0 when nobody counted
   */
  public Case of(Message message, Customer customer, Past past, int sameFault) {
    var received = message.receivedAt().atZone(zone).toLocalDateTime();
    var numbers = numbers(customer, received.toLocalDate(), past);
    if (sameFault > 0) {
      numbers.put(NumberFact.SAME_FAULT, (double) sameFault);
    }
    return new Case(
        message.text(),
        new Circumstances(
            message.channel(),
            message.language(),
            received,
            customer.tier(),
            numbers,
            message.heard()));
  }

  private static Map<NumberFact, Double> numbers(Customer customer, LocalDate day, Past past) {
    var numbers = new EnumMap<NumberFact, Double>(NumberFact.class);
    numbers.put(NumberFact.COMPLAINTS_IN_90_DAYS, (double) past.complaints());
    numbers.put(NumberFact.COMPENSATIONS_IN_A_YEAR, (double) past.compensations());
    numbers.put(NumberFact.MONEY_GIVEN_IN_A_YEAR, past.given().doubleValue());
    if (customer.since() != null) {
      var months = ChronoUnit.MONTHS.between(customer.since(), day);
      numbers.put(NumberFact.TENURE_MONTHS, (double) Math.max(0, months));
    }
    if (customer.yearlyValue() != null) {
      numbers.put(NumberFact.VALUE, customer.yearlyValue().doubleValue());
    }
    if (customer.churnRisk() != null) {
      numbers.put(NumberFact.CHURN_RISK, customer.churnRisk().doubleValue());
    }
    if (customer.lastSatisfaction() != null) {
      numbers.put(NumberFact.LAST_SATISFACTION, customer.lastSatisfaction().doubleValue());
    }
    return numbers;
  }
}
