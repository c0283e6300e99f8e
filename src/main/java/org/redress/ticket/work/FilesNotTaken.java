package org.redress.ticket.work;

import java.util.List;
import org.redress.complaint.Attachment;
import org.redress.ticket.Ticket;

/**
 * Files that a customer sent to a ticket were not taken; told inside the same transaction. Of the
 * files of a new complaint its receipt tells.
 *
 * @param sourceId the message they came with
 */
public record FilesNotTaken(Ticket ticket, long sourceId, List<Attachment> files) {}
