package org.redress.ticket.file;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.redress.complaint.Attachment;
import org.redress.complaint.Attachment.State;
import org.redress.text.Text;
import org.redress.ticket.Ticket;

/**
 * Files that a customer sent to a ticket were not taken; told inside the same transaction. Of the
 * files of a new complaint its receipt tells.
 *
 * @param sourceId the message they came with
 */
public record FilesNotTaken(Ticket ticket, long sourceId, List<Attachment> files) {

  private static final Map<State, Text> REASONS =
      Map.of(
          State.TOO_LARGE, new Text("it is too large", "文件过大"),
          State.TOO_MANY, new Text("there were too many files in one message", "一次发送的文件过多"),
          State.NOT_ALLOWED, new Text("we do not take files of this kind", "我们不接收此类文件"),
          State.INFECTED, new Text("our scanner found a virus in it", "检测到该文件含有病毒"));

  /** A line for the customer on each file that was not taken; empty when all were. */
  public static String lines(List<Attachment> files, String language) {
    return files.stream()
        .filter(file -> REASONS.containsKey(file.state()))
        .map(file -> "- " + file.name() + ": " + REASONS.get(file.state()).in(language))
        .distinct()
        .collect(Collectors.joining("\n"));
  }
}
