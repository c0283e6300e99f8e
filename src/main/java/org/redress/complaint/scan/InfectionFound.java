package org.redress.complaint.scan;

import java.util.List;

/** A virus was found in files that had been kept; they are gone, inside the same transaction. */
public record InfectionFound(List<File> files) {

  /** One of them, and the complaint or message it came with. */
  public record File(long sourceId, String name) {}
}
