package org.redress.ticket.duplicate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.storage.Instants;
import org.redress.ticket.TicketsOpened;
import org.redress.ticket.TicketsOpened.Opened;
import org.redress.ticket.duplicate.Suggestions.Pair;
import org.redress.ticket.duplicate.Suggestions.Reason;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks whether a customer has told the same matter before, perhaps by another channel. */
@Component
class Duplicates {

  /** A customer with more tickets in the time is no longer compared with all of them. */
  private static final int MOST_COMPARED = 20;

  private final JdbcClient jdbc;
  private final Suggestions suggestions;
  private final DuplicateSettings settings;

  Duplicates(JdbcClient jdbc, Suggestions suggestions, DuplicateSettings settings) {
    this.jdbc = jdbc;
    this.suggestions = suggestions;
    this.settings = settings;
  }

  /** What a customer said on a ticket. */
  private record Told(long ticket, Shingles words) {}

  /** One query and at most one write for any number of new tickets. */
  @EventListener
  void compare(TicketsOpened event) {
    var first = event.tickets().get(0).ticket().createdAt();
    var fresh = event.tickets().stream().map(o -> o.ticket().id()).toList();
    var told = earlier(event.tickets(), first.minus(settings.within()), fresh);
    var pairs = new ArrayList<Pair>();
    for (var opened : event.tickets()) {
      var before = told.computeIfAbsent(opened.customer().id(), id -> new ArrayList<>());
      // Customers met for the first time have nothing to compare, and most are.
      if (before.isEmpty() && isOnly(opened, event.tickets())) {
        continue;
      }
      var said = opened.complaint();
      var now = new Told(opened.ticket().id(), Shingles.of(whole(said.subject(), said.text())));
      before.forEach(earlier -> pair(earlier, now).ifPresent(pairs::add));
      before.add(now);
    }
    suggestions.add(pairs);
  }

  private static boolean isOnly(Opened opened, List<Opened> all) {
    return all.stream().filter(o -> o.customer().id() == opened.customer().id()).count() == 1;
  }

  private Map<Long, List<Told>> earlier(List<Opened> opened, Instant since, List<Long> fresh) {
    var told = new HashMap<Long, List<Told>>();
    jdbc.sql(
            """
            select t.id, c.customer_id, c.subject, c.text
            from complaint c join ticket t on t.complaint_id = c.id
            where c.customer_id in (:customers) and c.received_at > :since
              and t.id not in (:fresh) and t.merged_into is null
            order by c.received_at desc
            """)
        .param("customers", opened.stream().map(o -> o.customer().id()).distinct().toList())
        .param("since", Instants.bind(since))
        .param("fresh", fresh)
        .query(
            row -> {
              var of = told.computeIfAbsent(row.getLong("customer_id"), id -> new ArrayList<>());
              if (of.size() < MOST_COMPARED) {
                var words = whole(row.getString("subject"), row.getString("text"));
                of.add(new Told(row.getLong("id"), Shingles.of(words)));
              }
            });
    return told;
  }

  private static String whole(@Nullable String subject, String text) {
    return subject == null ? text : subject + "\n" + text;
  }

  private Optional<Pair> pair(Told one, Told other) {
    var percent = one.words().percentAlike(other.words());
    if (percent >= settings.percent()) {
      return Optional.of(new Pair(one.ticket(), other.ticket(), Reason.ALIKE, percent));
    }
    return one.words().shareANumber(other.words())
        ? Optional.of(new Pair(one.ticket(), other.ticket(), Reason.SAME_NUMBER, percent))
        : Optional.empty();
  }
}
