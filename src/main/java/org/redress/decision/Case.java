package org.redress.decision;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.decision.named.Amounts;
import org.redress.decision.named.Named;
import org.redress.decision.rule.Facts;
import org.redress.decision.rule.Found;
import org.redress.decision.rule.NumberFact;

/**
 * What the rules are shown of a complaint and its customer.
 *
 * @param text subject and text together
 */
public record Case(String text, Circumstances circumstances) {

  /** Subject and text as rules see them. */
  public static String wholeText(@Nullable String subject, String text) {
    return subject == null ? text : subject + "\n" + text;
  }

  /**
   * What the rules are shown.
   *
   * @param found what the rule book found in the text
   */
  public Facts facts(Found found) {
    var facts = new Facts(circumstances.received());
    facts.addMentions(found.mentions());
    facts.addUnderstood(found.understood());
    facts.add("channel", List.of(circumstances.channel()));
    facts.add("language", List.of(circumstances.language()));
    if (circumstances.tier() != null) {
      facts.add("tier", List.of(circumstances.tier()));
    }
    circumstances.numbers().forEach(facts::add);
    Amounts.largest(text).ifPresent(amount -> facts.add(NumberFact.AMOUNT, amount));
    Named.daysAgo(found.mentions(), circumstances.received().toLocalDate())
        .max(Comparator.naturalOrder())
        .ifPresent(days -> facts.add(NumberFact.DAYS_SINCE_NAMED_DATE, days));
    return facts;
  }
}
