package org.redress.ticket.search;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.storage.Instants;
import org.redress.ticket.search.TicketFilter.Due;
import org.redress.ticket.search.TicketFilter.Period;
import org.redress.ticket.search.TicketFilter.Sight;

/** What follows {@code from ticket t} in a query. */
final class Conditions {

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new HashMap<>();
  private String join = "";

  /** All that a filter asks for but its text. */
  static Conditions of(TicketFilter filter, Instant now, ZoneId zone) {
    var conditions = new Conditions();
    filter.fields().forEach(conditions::anyOf);
    conditions.due(filter.due(), now, zone);
    conditions.opened(filter.opened());
    if (filter.behind() != null) {
      filter.behind().restrict(conditions, now, zone);
    }
    conditions.sight(filter.sight());
    return conditions;
  }

  /** Only these; as a join, for long lists of values make some databases slow. */
  Conditions among(Long[] ids) {
    join = "join unnest(cast(:ids as bigint array)) as found (id) on found.id = t.id";
    parameters.put("ids", ids);
    return this;
  }

  /** Adds a condition with the values of its parameters in pairs. */
  Conditions and(String condition, Object... pairs) {
    conditions.add(condition);
    for (int i = 0; i < pairs.length; i += 2) {
      parameters.put((String) pairs[i], pairs[i + 1]);
    }
    return this;
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  @Override
  public String toString() {
    return join + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions));
  }

  private void anyOf(Field field, List<String> values) {
    var isNobody = field == Field.OWNER && values.contains(TicketFilter.NOBODY);
    if (isNobody && values.size() == 1) {
      and("t.owner is null");
      return;
    }
    var condition = field.isOneOf();
    and(isNobody ? "(%s or t.owner is null)".formatted(condition) : condition, field.key(), values);
  }

  private void due(Due due, Instant now, ZoneId zone) {
    if (due == null) {
      return;
    }
    switch (due) {
      case OVERDUE -> and("t.next_deadline < :now", "now", Instants.bind(now));
      case IN_TIME ->
          and("(t.next_deadline >= :now or t.next_deadline is null)", "now", Instants.bind(now));
      case TODAY ->
          and(
              "t.next_deadline >= :now and t.next_deadline < :tomorrow",
              "now",
              Instants.bind(now),
              "tomorrow",
              Instants.bind(endOfDay(now, zone)));
      case REVIEW ->
          and(
              """
              exists (select 1 from deadline d where d.ticket_id = t.id and d.round = t.round
                and d.obligation = 'review' and d.due_at is not null
                and d.met_at is null and d.ended_at is null)""");
    }
  }

  static Instant endOfDay(Instant now, ZoneId zone) {
    return now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
  }

  private void opened(Period opened) {
    if (opened.from() != null) {
      and("t.created_at >= :from", "from", Instants.bind(opened.from()));
    }
    if (opened.until() != null) {
      and("t.created_at < :until", "until", Instants.bind(opened.until()));
    }
  }

  private void sight(Sight sight) {
    if (sight != null) {
      and(
          "(t.team in (:seen_teams) or t.owner = :seen_by)",
          "seen_teams",
          // No team has an empty name; an empty list would be no SQL.
          sight.teams().isEmpty() ? Set.of("") : sight.teams(),
          "seen_by",
          sight.user());
    }
  }
}
