package org.redress.bench;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A year of tickets put straight into the database: closed ones, and at the end so many that are
 * not, with deadlines before and behind now. Their words differ in numbers, so that searches find
 * one ticket, thousands, or all.
 */
final class ManyTickets {

  private static final String TICKETS =
      """
      insert into ticket (id, number, complaint_id, customer_id, subject, status, channel, language,
                          category, cause, demand, emotion, severity, priority, escalation, team,
                          owner, level, round, needs_person, customer_spoke_last, next_deadline,
                          created_at, changed_at)
      select x, 'RD-' || (900000 + x), x, 1 + mod(x, 60000), 'Parcel ' || x || ' never came',
             case when x <= %1$d then 'closed' when mod(x, 4) = 0 then 'new'
                  when mod(x, 4) = 1 then 'open' when mod(x, 4) = 2 then 'waiting'
                  else 'solved' end,
             case mod(x, 5) when 0 then 'phone' when 1 then 'web' else 'email' end,
             case mod(x, 3) when 0 then 'zh' else 'en' end,
             case mod(x, 7) when 0 then 'billing' when 1 then 'safety' else 'delivery' end,
             case mod(x, 4) when 0 then 'price' else 'core_service' end, 'refund',
             case mod(x, 7) when 0 then 'angry' else 'calm' end, 'medium', 'P' || (1 + mod(x, 4)),
             'none', case mod(x, 5) when 0 then 'billing' when 1 then 'legal' else 'logistics' end,
             case mod(x, 6) when 0 then null when 1 then 'agent' else 'mei' end, 0, 1, false, true,
             case when x > %1$d and mod(x, 10) <> 0
                  then current_timestamp
                       + (mod(cast(x as bigint) * 7919, 20000) - 5000) * interval '1' minute end,
             current_timestamp + (x - %2$d) * 2 * interval '1' minute, current_timestamp
      from %3$s
      """;

  private ManyTickets() {}

  /** Adds {@code count} tickets, of which {@code unfinished} are not closed. */
  static void insert(Connection database, int count, int unfinished) throws SQLException {
    var isH2 = database.getMetaData().getDatabaseProductName().equals("H2");
    var numbers = isH2 ? "system_range(1, %d) s" : "generate_series(1, %d) as s (x)";
    try (var statement = database.createStatement()) {
      statement.execute(
          """
          insert into customer (id, name, email, phone, tier, created_at)
          select x, 'Customer ' || x, 'c' || x || '@example.org', '+155500' || (10000 + x),
                 case when mod(x, 10) = 0 then 'gold' else 'standard' end, current_timestamp
          from """
              + " "
              + numbers.formatted(60_000));
      statement.execute(
          """
          insert into complaint (id, receipt, channel, external_id, customer_id, language, subject,
                                 text, received_at)
          select x, 'R' || x, 'email', 'many-' || x, 1 + mod(x, 60000), 'en', 'Parcel',
                 'The parcel of order ' || x || ' never came, a batch of ' || mod(x, 40) || 'pcs. '
                 || case when mod(x, 3) = 0 then '包裹没有送到，要求退款。' else 'Please refund me. ' end
                 || repeat('I waited for days and nobody called me back about it. ', 12),
                 current_timestamp
          from """
              + " "
              + numbers.formatted(count));
      statement.execute(
          TICKETS.formatted(count - unfinished, count, numbers.formatted(count)));
      statement.execute("alter sequence ids restart with " + (count + 1)); // for those to come
      statement.execute("analyze");
    }
  }
}
