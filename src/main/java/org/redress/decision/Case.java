package org.redress.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.decision.rule.Facts;
import org.redress.decision.rule.NumberFact;
import org.redress.decision.rulebook.RuleBook;

/**
 * What the rules are shown of a complaint and its customer.
 *
 * @param text subject and text together
 * @param day when it was received, in the site's time zone
 * @param tier none when the customer is not known
 * @param numbers what is known of the customer in figures
 */
public record Case(
    String channel,
    String language,
    String text,
    LocalDate day,
    @Nullable String tier,
    Map<NumberFact, Double> numbers) {

  Facts facts(RuleBook book) {
    var facts = new Facts(day);
    facts.addMentions(book.mentions(text));
    facts.add("channel", List.of(channel));
    facts.add("language", List.of(language));
    if (tier != null) {
      facts.add("tier", List.of(tier));
    }
    numbers.forEach(facts::add);
    return facts;
  }
}
