package org.redress.desk.rules.editor;

import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.redress.complaint.Language;
import org.redress.decision.Case;
import org.redress.decision.Circumstances;
import org.redress.decision.backtest.Past;
import org.redress.decision.rule.NumberFact;

/**
 * A complaint typed into the editor to see what the rules would say.
 *
 * @param language empty when it shall be found out from the text
 * @param tier empty when the customer is not known
 * @param received in the site's time zone
 */
record TriedComplaint(
    String text,
    String language,
    String channel,
    String tier,
    Map<NumberFact, Double> numbers,
    LocalDateTime received) {

  /** What the rules were shown of a past complaint. */
  static TriedComplaint of(Past past) {
    var shown = past.recorded().circumstances();
    return new TriedComplaint(
        past.text(),
        shown.language(),
        shown.channel(),
        shown.tier() == null ? "" : shown.tier(),
        shown.numbers(),
        shown.received());
  }

  Case toCase() {
    var known = new EnumMap<NumberFact, Double>(NumberFact.class);
    numbers.forEach(
        (fact, number) -> {
          if (number != null) {
            known.put(fact, number);
          }
        });
    return new Case(
        text,
        new Circumstances(
            channel,
            language.isEmpty() ? Language.of(text) : language,
            received,
            tier.isEmpty() ? null : tier,
            known));
  }
}
