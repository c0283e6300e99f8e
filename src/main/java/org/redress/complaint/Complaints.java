package org.redress.complaint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.storage.Ids;
import org.redress.storage.Instants;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The complaints on record. */
@Repository
public class Complaints {

  private final JdbcTemplate batch;
  private final JdbcClient jdbc;
  private final Ids ids;

  Complaints(JdbcTemplate batch, JdbcClient jdbc, Ids ids) {
    this.batch = batch;
    this.jdbc = jdbc;
    this.ids = ids;
  }

  /** Writes new complaints in one round trip, their attachments in another. */
  public void register(List<Complaint> complaints) {
    batch.batchUpdate(
        """
        insert into complaint (id, receipt, channel, external_id, customer_id, language, subject,
                               text, reference, message_id, received_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        complaints.stream().map(Complaints::row).toList());
    var attached = new ArrayList<Object[]>();
    complaints.forEach(c -> attached.addAll(attachmentRows(c.id(), c.attachments())));
    insertAttachments(attached);
  }

  /** Keeps the files that came with a complaint or a later message. */
  public void attach(long sourceId, List<Attachment> attachments) {
    insertAttachments(attachmentRows(sourceId, attachments));
  }

  /** How many complaints each of these customers made since {@code since}; none means no entry. */
  public Map<Long, Integer> countSince(Collection<Long> customerIds, Instant since) {
    var counts = new HashMap<Long, Integer>();
    if (!customerIds.isEmpty()) {
      jdbc.sql(
              """
              select customer_id, count(*) as made from complaint
              where customer_id in (:customers) and received_at > :since group by customer_id
              """)
          .param("customers", customerIds)
          .param("since", Instants.bind(since))
          .query(
              row -> {
                counts.put(row.getLong("customer_id"), row.getInt("made"));
              });
    }
    return counts;
  }

  private static Object[] row(Complaint complaint) {
    var said = complaint.said();
    return new Object[] {
      complaint.id(),
      complaint.receipt(),
      said.channel(),
      said.externalId(),
      complaint.customerId(),
      said.language(),
      said.subject(),
      said.text(),
      said.reference(),
      said.messageId(),
      Instants.bind(said.receivedAt())
    };
  }

  private List<Object[]> attachmentRows(long sourceId, List<Attachment> attachments) {
    return attachments.stream()
        .map(
            file ->
                new Object[] {
                  ids.next(),
                  sourceId,
                  file.name(),
                  file.type(),
                  file.content().length,
                  file.content()
                })
        .toList();
  }

  private void insertAttachments(List<Object[]> rows) {
    if (!rows.isEmpty()) {
      batch.batchUpdate(
          "insert into attachment (id, source_id, name, type, size, content) values (?, ?, ?, ?, ?, ?)",
          rows);
    }
  }
}
