package org.redress.complaint;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.redress.storage.Ids;
import org.redress.storage.Instants;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The complaints on record. */
@Repository
public class Complaints {

  private final JdbcTemplate batch;
  private final Ids ids;
  private final Attachments attachments;

  Complaints(JdbcTemplate batch, Ids ids, Attachments attachments) {
    this.attachments = attachments;
    this.batch = batch;
    this.ids = ids;
  }

  /** A new complaint, not on record yet. */
  public Complaint create(String receipt, long customerId, IncomingComplaint said) {
    return new Complaint(ids.next(), receipt, customerId, said);
  }

  /** Writes new complaints in one round trip; their files, if there are any, in three more. */
  public void register(List<Complaint> complaints) {
    batch.batchUpdate(
        """
        insert into complaint (id, receipt, channel, external_id, customer_id, language, subject,
                               text, reference, message_id, received_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        complaints.stream().map(Complaints::row).toList());
    attachments.keep(
        complaints.stream().collect(Collectors.toMap(Complaint::id, Complaint::attachments)));
  }

  /** Keeps the files that came with a complaint or a later message. */
  public void attach(long sourceId, List<Attachment> files) {
    attachments.keep(Map.of(sourceId, files));
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
}
