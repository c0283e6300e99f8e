package org.redress.intake.file;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import org.redress.complaint.Attachment;
import org.redress.complaint.Attachment.State;
import org.redress.complaint.scan.InfectionFound;
import org.redress.ticket.file.RefusedFiles;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the tickets of files in which a virus was found after they had been kept. */
@Component
class LateInfections {

  private final RefusedFiles refused;

  LateInfections(RefusedFiles refused) {
    this.refused = refused;
  }

  @EventListener
  void tell(InfectionFound event) {
    refused.note(
        event.files().stream()
            .collect(
                groupingBy(
                    InfectionFound.File::sourceId,
                    mapping(file -> infected(file.name()), toList()))));
  }

  private static Attachment infected(String name) {
    return new Attachment(name, "", 0, new byte[0], State.INFECTED);
  }
}
