package org.redress.ticket;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.Complaint;
import org.redress.customer.Customer;
import org.redress.decision.Decision;
import org.redress.storage.Ids;
import org.redress.storage.Instants;
import org.redress.ticket.Ticket.Verdict;
import org.redress.ticket.TicketsOpened.Opened;
import org.redress.ticket.assignment.Assignment;
import org.redress.ticket.assignment.Assignment.Wanted;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens tickets and finds them again. */
@Component
public class Tickets {

  private static final int SUBJECT_LENGTH = 120;

  private final JdbcTemplate batch;
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Opening opening;
  private final Clock clock;

  Tickets(JdbcTemplate batch, JdbcClient jdbc, Ids ids, Opening opening, Clock clock) {
    this.batch = batch;
    this.jdbc = jdbc;
    this.ids = ids;
    this.opening = opening;
    this.clock = clock;
  }

  /** What a ticket is opened for. */
  public record Request(Complaint complaint, Customer customer, Decision decision) {}

  /** Opens a ticket for each request, in a fixed number of round trips. */
  public List<Opened> open(List<Request> requests) {
    var owners = opening.owners();
    var opened = new ArrayList<Opened>();
    for (var request : requests) {
      var ticket = ticket(request, owners);
      opened.add(new Opened(ticket, request.complaint(), request.customer(), request.decision()));
    }
    batch.batchUpdate(
        TicketRows.INSERT, opened.stream().map(o -> TicketRows.values(o.ticket())).toList());
    opening.record(opened);
    return opened;
  }

  private Ticket ticket(Request request, Assignment.Round owners) {
    var complaint = request.complaint();
    var decision = request.decision();
    var team = decision.the("team");
    var wanted = new Wanted(team, complaint.language(), decision.the("category"), null);
    var now = clock.instant();
    return new Ticket(
        ids.next(),
        ids.nextTicketNumber(),
        complaint.id(),
        complaint.customerId(),
        subject(complaint),
        TicketStatus.NEW,
        complaint.channel(),
        complaint.language(),
        Verdict.of(decision),
        team,
        owners.ownerFor(wanted).orElse(null),
        0,
        1,
        decision.needsPerson(),
        true,
        null,
        now,
        now);
  }

  /** The complaint's subject, or the beginning of what was said. */
  private static String subject(Complaint complaint) {
    var given = complaint.subject();
    var subject = given == null || given.isBlank() ? complaint.text() : given;
    subject = subject.strip().replaceAll("\\s+", " ");
    return subject.length() <= SUBJECT_LENGTH
        ? subject
        : subject.substring(0, SUBJECT_LENGTH - 1) + "…";
  }

  /** The ticket with this number. */
  public Optional<Ticket> find(String number) {
    return jdbc.sql("select * from ticket where number = :number")
        .param("number", number)
        .query(TicketRows::read)
        .optional();
  }

  /**
   * The ticket with this number, locked until the transaction ends.
   *
   * @throws NoSuchElementException when there is none
   */
  public Ticket forChange(String number) {
    return jdbc.sql("select * from ticket where number = :number for update")
        .param("number", number)
        .query(TicketRows::read)
        .optional()
        .orElseThrow(() -> new NoSuchElementException("there is no ticket " + number));
  }

  /** The number under which a ticket goes on: its own, unless it was merged into another. */
  public String livesOnAs(String number) {
    return jdbc.sql("select merged_into from ticket where number = :number")
        .param("number", number)
        .query(String.class)
        .optional()
        .map(this::livesOnAs)
        .orElse(number);
  }

  /** Locks these tickets until the transaction ends, in the order of their ids. */
  public List<Ticket> lock(Collection<Long> ids) {
    return jdbc.sql("select * from ticket where id in (:ids) order by id for update")
        .param("ids", ids)
        .query(TicketRows::read)
        .list();
  }

  /** Locks those of these tickets that nobody else has locked, until the transaction ends. */
  public Map<Long, Ticket> tryLock(Collection<Long> ids) {
    return byId(
        jdbc.sql("select * from ticket where id in (:ids) for update skip locked")
            .param("ids", ids)
            .query(TicketRows::read)
            .list());
  }

  /** The ticket with this id. */
  public Ticket get(long id) {
    return jdbc.sql("select * from ticket where id = :id")
        .param("id", id)
        .query(TicketRows::read)
        .single();
  }

  /** The tickets with these ids, by id; those that there are. */
  public Map<Long, Ticket> get(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return byId(
        jdbc.sql("select * from ticket where id in (:ids)")
            .param("ids", ids)
            .query(TicketRows::read)
            .list());
  }

  /** The tickets of a customer, the newest first. */
  public List<Ticket> of(long customerId, int most) {
    return jdbc.sql(
            """
            select * from ticket where customer_id = :customer
            order by created_at desc, id desc limit :most
            """)
        .param("customer", customerId)
        .param("most", most)
        .query(TicketRows::read)
        .list();
  }

  /** The tickets of customers that are not closed, the newest first. */
  public List<Ticket> unclosed(Collection<Long> customerIds, int most) {
    return jdbc.sql(
            """
            select * from ticket where customer_id in (:customers) and status <> 'closed'
            order by created_at desc, id desc limit :most
            """)
        .param("customers", customerIds)
        .param("most", most)
        .query(TicketRows::read)
        .list();
  }

  private static Map<Long, Ticket> byId(List<Ticket> tickets) {
    return tickets.stream().collect(Collectors.toMap(Ticket::id, ticket -> ticket));
  }

  /** The tickets behind these Message-IDs, by Message-ID. */
  public Map<String, String> numbersByMessageId(List<String> messageIds) {
    var numbers = new HashMap<String, String>();
    if (!messageIds.isEmpty()) {
      jdbc.sql(
              """
              select c.message_id, t.number from complaint c join ticket t on t.complaint_id = c.id
              where c.message_id in (:ids)
              union all
              select m.message_id, t.number from message m join ticket t on t.id = m.ticket_id
              where m.message_id in (:ids)
              """)
          .param("ids", messageIds)
          .query(
              row -> {
                numbers.put(row.getString("message_id"), row.getString("number"));
              });
    }
    return numbers;
  }

  /** Sets the nearest open deadline of tickets; none means nothing is owed any more. */
  public void setNextDeadlines(Map<Long, @Nullable Instant> byTicket) {
    batch.batchUpdate(
        "update ticket set next_deadline = ? where id = ?",
        byTicket.entrySet().stream()
            .map(e -> new Object[] {Instants.bind(e.getValue()), e.getKey()})
            .toList());
  }
}
