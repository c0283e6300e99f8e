package org.redress.desk.api.rulebook;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.decision.finding.Finding;

/**
 * A finding as programs read it.
 *
 * @param severity {@code error}, {@code warning} or {@code hint}
 * @param row line of the file, from 1; 0 when the whole file is meant
 * @param message what is wrong
 * @param remedy how to mend it
 */
record FindingJson(
    Finding.Kind kind,
    String severity,
    String file,
    int row,
    @Nullable String column,
    String message,
    @JsonProperty("message_zh") String messageZh,
    String remedy,
    @JsonProperty("remedy_zh") String remedyZh) {

  static FindingJson of(Finding finding) {
    return new FindingJson(
        finding.kind(),
        finding.severity().name().toLowerCase(Locale.ROOT),
        finding.file(),
        finding.row(),
        finding.column(),
        finding.what().en(),
        finding.what().zh(),
        finding.remedy().en(),
        finding.remedy().zh());
  }
}
