package org.redress.ticket.search;

import java.util.Locale;

/** What a list of tickets can be narrowed by: one value, or any of several. */
public enum Field {
  STATUS("t.status"),
  PRIORITY("t.priority"),
  TEAM("t.team"),
  /** A user's name; {@link TicketFilter#NOBODY} for tickets that nobody owns. */
  OWNER("t.owner"),
  CATEGORY("t.category"),
  CAUSE("t.cause"),
  EMOTION("t.emotion"),
  SEVERITY("t.severity"),
  ESCALATION("t.escalation"),
  CHANNEL("t.channel"),
  LANGUAGE("t.language"),
  /** {@code raised} for tickets that went to somebody above. */
  LEVEL("(case when t.level > 0 then 'raised' else 'base' end)"),
  /** The customer's tier. */
  TIER("c.tier") {
    @Override
    String isOneOf() {
      return "exists (select 1 from customer c where c.id = t.customer_id and %s)"
          .formatted(super.isOneOf());
    }
  };

  private final String column;

  Field(String column) {
    this.column = column;
  }

  /** As in addresses, for instance {@code status}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The condition that it is one of the values of the parameter named by {@link #key()}. */
  String isOneOf() {
    return "%s in (:%s)".formatted(column, key());
  }
}
