package org.redress.desk.rules.editor;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.decision.ExampleRun;
import org.redress.decision.finding.Finding;
import org.redress.decision.version.Inspection;
import org.redress.desk.Words;

/**
 * What is known of a draft, for the marks in the editor.
 *
 * @param seen names the open file's content that was checked
 * @param usable whether the book has no errors, so that it can decide
 * @param examples how many examples were decided
 * @param failed examples that come out differently
 */
record Checked(
    String seen, boolean usable, List<Mark> marks, int examples, List<FailedExample> failed) {

  /** A finding; {@code row} is the line in the file, 0 when the whole file is meant. */
  record Mark(
      String file, int row, @Nullable String column, String severity, String what, String remedy) {}

  /** An example that comes out differently. */
  record FailedExample(String file, int row, String text, List<String> mistakes) {}

  /** With some findings of an inspected draft, in the reader's language. */
  static Checked of(Inspection inspection, List<Finding> findings, String seen, Words words) {
    return new Checked(
        seen,
        inspection.book().isPresent(),
        findings.stream().map(finding -> mark(finding, words)).toList(),
        inspection.examples().size(),
        inspection.failed().stream().map(result -> failed(result, words)).toList());
  }

  private static Mark mark(Finding finding, Words words) {
    return new Mark(
        finding.file(),
        finding.row(),
        finding.column(),
        finding.severity().name().toLowerCase(Locale.ROOT),
        words.text(finding.what()),
        words.text(finding.remedy()));
  }

  private static FailedExample failed(ExampleRun.Result result, Words words) {
    var example = result.example();
    return new FailedExample(
        example.file(),
        example.row(),
        example.given().text,
        result.mistakes().stream().map(words::text).toList());
  }
}
