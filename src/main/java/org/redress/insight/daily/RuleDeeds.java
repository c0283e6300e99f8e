package org.redress.insight.daily;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.decision.Decision;
import org.redress.insight.daily.DailyFigures.Sum;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What each rule did: how often it decided, how often people said otherwise, what it cost. */
@Repository
class RuleDeeds {

  /** The questions whose answers people may correct on a ticket; its columns bear their names. */
  private static final List<String> CORRECTED =
      List.of("category", "cause", "demand", "emotion", "severity", "priority", "team");

  private static final String COMPENSATION = "compensation";

  private final JdbcClient jdbc;
  private final JsonMapper json;

  RuleDeeds(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  private record Key(String question, String rule) {}

  private static final class Deed {
    private long fired;
    private long overruled;
    private BigDecimal cost = BigDecimal.ZERO;
  }

  /** The decisions of a day and what people made of them. */
  List<Sum> of(Day day) {
    var paid = paid(day);
    var deeds = new HashMap<Key, Deed>();
    jdbc.sql(
            """
            select t.*, d.document
            from decision d left join ticket t on t.id = d.ticket_id
            where d.decided_at >= :from and d.decided_at < :to
            """)
        .params(day.parameters())
        .query(
            row -> {
              var decision = json.readValue(row.getString("document"), Decision.class);
              add(decision, finals(row), deeds);
              cost(decision, paid.getOrDefault(row.getLong("id"), Map.of()), deeds);
            });
    var sums = new ArrayList<Sum>();
    deeds.forEach(
        (key, deed) ->
            sums.add(new Sum(key.question(), key.rule(), deed.fired, deed.overruled, deed.cost)));
    return sums;
  }

  private static Map<String, Set<String>> finals(ResultSet row) throws SQLException {
    var finals = new HashMap<String, Set<String>>();
    for (var question : CORRECTED) {
      finals.put(question, Set.of(row.getString(question).split(",")));
    }
    return finals;
  }

  private static void add(
      Decision decision, Map<String, Set<String>> finals, Map<Key, Deed> deeds) {
    for (var answer : decision.answers()) {
      var last = finals.get(answer.question());
      for (var proposal : answer.chosen()) {
        if (!proposal.wasHeard()) {
          var key = new Key(answer.question(), proposal.rule());
          var deed = deeds.computeIfAbsent(key, k -> new Deed());
          deed.fired++;
          deed.overruled += last != null && !last.contains(proposal.answer()) ? 1 : 0;
        }
      }
    }
  }

  /** Several rules may stand behind one offer; the first bears its cost. */
  private static void cost(Decision decision, Map<String, BigDecimal> paid, Map<Key, Deed> deeds) {
    paid.forEach(
        (kind, amount) ->
            decision.answer(COMPENSATION).chosen().stream()
                .filter(proposal -> proposal.answer().equals(kind))
                .map(proposal -> deeds.get(new Key(COMPENSATION, proposal.rule())))
                .findFirst()
                .ifPresent(deed -> deed.cost = deed.cost.add(amount)));
  }

  /** What was given on the tickets of a day, by ticket and kind. */
  private Map<Long, Map<String, BigDecimal>> paid(Day day) {
    var paid = new HashMap<Long, Map<String, BigDecimal>>();
    jdbc.sql(
            """
            select w.ticket_id, w.kind, l.paid
            from ticket t left join award w on w.ticket_id = t.id
              left join ledger l on l.award_id = w.id and l.step = 'issued'
            where t.created_at >= :from and t.created_at < :to and l.step is not null
            """)
        .params(day.parameters())
        .query(
            row -> {
              paid.computeIfAbsent(row.getLong("ticket_id"), ticket -> new HashMap<>())
                  .merge(row.getString("kind"), row.getBigDecimal("paid"), BigDecimal::add);
            });
    return paid;
  }
}
