package org.redress.decision.check;

import java.time.LocalDate;
import java.util.List;
import org.redress.decision.ExampleRun;
import org.redress.decision.SoundBook;
import org.redress.decision.finding.Finding;
import org.redress.decision.finding.Finding.Kind;

/** A sound rule book into which doubtful rows are put. */
abstract class DoubtfulBook {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final String HEADER =
      "name,when mentions,when language,when value,when emotion,when demand,answer,because,because_zh,from,until\n";

  final SoundBook book = new SoundBook();

  List<Finding> findings() {
    var loaded = book.load();
    return BookCheck.of(loaded, ExampleRun.of(loaded), TODAY);
  }

  List<String> found(Kind kind) {
    return findings().stream().filter(f -> f.kind() == kind).map(Finding::toString).toList();
  }

  /** Cells between name and answer, then answer and dates. */
  static String row(String name, String conditions, String answer, String dates) {
    return "%s,%s,%s,Because.,因为。,%s%n".formatted(name, conditions, answer, dates);
  }

  static String row(String name, String conditions, String answer) {
    return row(name, conditions, answer, ",");
  }

  void topics(String... rows) {
    book.with("topic/topic.csv", HEADER + String.join("", rows));
    book.with("topic/examples.yml", "[]");
  }

  void offers(String... rows) {
    book.with(
        "offer/offer.csv",
        "name,when mentions,when demand,answer,amount,because,because_zh\n"
            + String.join("", rows));
    book.with("offer/examples.yml", "[]");
  }

  static String offer(String name, String conditions, String amount) {
    return "%s,%s,voucher,%s,Because.,因为。%n".formatted(name, conditions, amount);
  }

  void highest() {
    book.withQuestions("only one", "highest");
  }
}
