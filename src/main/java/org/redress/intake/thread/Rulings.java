package org.redress.intake.thread;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.access.SiteSettings;
import org.redress.complaint.IncomingComplaint;
import org.redress.decision.Case;
import org.redress.decision.Circumstances;
import org.redress.decision.Decisions;
import org.redress.decision.rule.NumberFact;
import org.redress.storage.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the rules what a message does to a finished ticket: the question {@code reply}. */
@Component
class Rulings {

  static final String QUESTION = "reply";

  private final JdbcClient jdbc;
  private final Decisions decisions;
  private final ZoneId zone;

  Rulings(JdbcClient jdbc, Decisions decisions, SiteSettings site) {
    this.jdbc = jdbc;
    this.decisions = decisions;
    this.zone = site.timeZone();
  }

  /** An answer of the rules and the rule behind it. */
  record Ruling(String answer, @Nullable String rule) {}

  /** Those of these tickets that are finished, with the moment they were. */
  Map<String, Instant> ends(Collection<String> numbers) {
    var ends = new HashMap<String, Instant>();
    if (!numbers.isEmpty()) {
      jdbc.sql(
              """
              select t.number, max(h.at) as ended from ticket t
              join history h on h.ticket_id = t.id and h.event = 'status'
                            and h.new_value in ('solved', 'closed')
              where t.number in (:numbers) and t.status in ('solved', 'closed')
                and t.merged_into is null
              group by t.number
              """)
          .param("numbers", Set.copyOf(numbers))
          .query(
              row -> {
                ends.put(row.getString("number"), Instants.readPresent(row, "ended"));
              });
    }
    return ends;
  }

  /** What the message, of which only {@code newText} is new, does to a ticket finished then. */
  Ruling on(IncomingComplaint said, String newText, Instant ended) {
    var book = decisions.active();
    if (book.question(QUESTION).isEmpty()) {
      return new Ruling("reopen", null); // a site's own rule book need not have the question
    }
    var days = (double) Duration.between(ended, said.receivedAt()).toDays();
    var circumstances =
        new Circumstances(
            said.channel(),
            said.language(),
            said.receivedAt().atZone(zone).toLocalDateTime(),
            null,
            Map.of(NumberFact.DAYS_SINCE_SOLVED, Math.max(0, days)));
    var answer = decisions.decide(new Case(newText, circumstances)).answer(QUESTION);
    var rule = answer.chosen().isEmpty() ? null : answer.chosen().get(0).rule();
    return new Ruling(answer.values().get(0), rule);
  }
}
