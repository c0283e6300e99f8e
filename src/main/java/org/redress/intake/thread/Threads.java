package org.redress.intake.thread;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.Sender;
import org.redress.ticket.Tickets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the tickets that Message-IDs belong to, and the people who belong to tickets. */
@Repository
public class Threads {

  private final Tickets tickets;
  private final JdbcClient jdbc;

  Threads(Tickets tickets, JdbcClient jdbc) {
    this.tickets = tickets;
    this.jdbc = jdbc;
  }

  /** A mail we sent. */
  public record OurMail(String ticket, String recipient) {}

  /**
   * Those of these Message-IDs that are of mails we sent. They hold a secret, so who has one was
   * written to.
   */
  public Map<String, OurMail> ours(Collection<String> messageIds) {
    var numbers = new HashSet<String>();
    messageIds.forEach(id -> numbers.addAll(TicketTag.in(id)));
    var found = new HashMap<String, OurMail>();
    if (!numbers.isEmpty()) {
      jdbc.sql(
              """
              select n.message_id, n.recipient, t.number
              from ticket t join notice n on n.ticket_id = t.id
              where t.number in (:numbers) and n.message_id in (:ids)
              """)
          .param("numbers", numbers)
          .param("ids", Set.copyOf(messageIds))
          .query(
              row -> {
                found.put(
                    row.getString("message_id"),
                    new OurMail(row.getString("number"), row.getString("recipient")));
              });
    }
    return found;
  }

  /** The tickets of customers' mails, by Message-ID; these are no secret. */
  public Map<String, String> theirs(Collection<String> messageIds) {
    return tickets.numbersByMessageId(List.copyOf(Set.copyOf(messageIds)));
  }

  /** The tickets behind these receipts; who knows a receipt may write to its ticket. */
  public Map<String, String> byReceipt(Collection<String> receipts) {
    var found = new HashMap<String, String>();
    if (!receipts.isEmpty()) {
      jdbc.sql(
              """
              select c.receipt, t.number from complaint c join ticket t on t.complaint_id = c.id
              where c.receipt in (:receipts)
              """)
          .param("receipts", Set.copyOf(receipts))
          .query(
              row -> {
                found.put(row.getString("receipt"), row.getString("number"));
              });
    }
    return found;
  }

  /** Who belongs to each of these tickets: its customer and whoever wrote on it. */
  public Map<String, People> people(Collection<String> numbers) {
    var people = new HashMap<String, People>();
    if (!numbers.isEmpty()) {
      jdbc.sql(
              """
              select t.number, cu.email, cu.phone, cu.external_id
              from ticket t join customer cu on cu.id = t.customer_id where t.number in (:numbers)
              union all
              select t.number, m.author, null, null
              from ticket t join message m on m.ticket_id = t.id
              where t.number in (:numbers) and m.direction = 'in'
              """)
          .param("numbers", Set.copyOf(numbers))
          .query(
              row -> {
                people
                    .computeIfAbsent(row.getString("number"), number -> new People())
                    .add(row.getString("email"), row.getString("phone"), row.getString(4));
              });
    }
    return people;
  }

  /** People of one ticket, by what they are known by. */
  public static final class People {

    private final List<String> known = new ArrayList<>();

    private void add(@Nullable String email, @Nullable String phone, @Nullable String id) {
      keys(email, phone, id).forEach(known::add);
    }

    /** Whether the sender is one of them. */
    public boolean include(Sender sender) {
      return keys(sender.email(), sender.phone(), sender.id()).stream().anyMatch(known::contains);
    }

    /** Whether this is the mail address of one of them. */
    public boolean includeAddress(String email) {
      return keys(email, null, null).stream().anyMatch(known::contains);
    }

    private static List<String> keys(
        @Nullable String email, @Nullable String phone, @Nullable String id) {
      var keys = new ArrayList<String>();
      keys.add(email == null || email.isBlank() ? null : "@" + email.toLowerCase(Locale.ROOT));
      var digits = phone == null ? "" : phone.replaceAll("\\D", "");
      keys.add(digits.isEmpty() ? null : "+" + digits);
      keys.add(id == null || id.isBlank() ? null : "#" + id);
      return keys.stream().filter(Objects::nonNull).toList();
    }
  }
}
