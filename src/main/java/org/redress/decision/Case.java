package org.redress.decision;

import java.util.List;
import org.redress.decision.rule.Facts;
import org.redress.decision.rule.NumberFact;
import org.redress.decision.rulebook.Amounts;
import org.redress.decision.rulebook.RuleBook;

/**
 * What the rules are shown of a complaint and its customer.
 *
 * @param text subject and text together
 */
public record Case(String text, Circumstances circumstances) {

  Facts facts(RuleBook book) {
    var facts = new Facts(circumstances.received());
    facts.addMentions(book.mentions(text));
    facts.add("channel", List.of(circumstances.channel()));
    facts.add("language", List.of(circumstances.language()));
    if (circumstances.tier() != null) {
      facts.add("tier", List.of(circumstances.tier()));
    }
    circumstances.numbers().forEach(facts::add);
    Amounts.largest(text).ifPresent(amount -> facts.add(NumberFact.AMOUNT, amount));
    return facts;
  }
}
