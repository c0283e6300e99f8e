package org.redress.intake.phone;

import java.util.List;

/** Rows of a file that could not be taken; the good ones of the same file were. */
public class RowsRejected extends Exception {

  RowsRejected(String file, int taken, List<String> mistakes) {
    super(
        "%s: %d rows taken, %d rejected: %s"
            .formatted(file, taken, mistakes.size(), String.join(" | ", mistakes)));
  }
}
