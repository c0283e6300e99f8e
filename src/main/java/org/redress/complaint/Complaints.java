package org.redress.complaint;

import java.util.ArrayList;
import java.util.List;
import org.redress.storage.Ids;
import org.redress.storage.Instants;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The complaints on record. */
@Repository
public class Complaints {

  private final JdbcTemplate batch;
  private final Ids ids;

  Complaints(JdbcTemplate batch, Ids ids) {
    this.batch = batch;
    this.ids = ids;
  }

  /** A new complaint, not on record yet. */
  public Complaint create(String receipt, long customerId, IncomingComplaint said) {
    return new Complaint(ids.next(), receipt, customerId, said);
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
