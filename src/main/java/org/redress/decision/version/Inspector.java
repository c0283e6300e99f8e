package org.redress.decision.version;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.redress.decision.check.BookCheck;
import org.redress.decision.file.RuleFiles;
import org.redress.decision.finding.Finding;
import org.redress.decision.rulebook.RuleBook;
import org.springframework.stereotype.Component;

/** Inspects rule books; the last few are remembered, because screens ask for the same ones. */
@Component
public class Inspector {

  private static final int REMEMBERED = 4;

  private final Clock clock;
  private final Cache<String, Inspection> inspections =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();
  private final Cache<String, List<Finding>> checks =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  private final List<SiteCheck> siteChecks;

  Inspector(Clock clock, List<SiteCheck> siteChecks) {
    this.clock = clock;
    this.siteChecks = siteChecks;
  }

  /** Reads, compiles and tests a rule book: all that decides whether it may be used. */
  public Inspection inspect(RuleFiles files) {
    return inspections.get(files.version(), version -> Inspection.of(files));
  }

  /**
   * Everything that is wrong or doubtful: errors, or else what the check of the whole book says.
   */
  public List<Finding> check(RuleFiles files) {
    var inspection = inspect(files);
    return inspection
        .book()
        .map(book -> checks.get(book.version(), version -> check(book, inspection)))
        .orElse(inspection.findings());
  }

  private List<Finding> check(RuleBook book, Inspection inspection) {
    var findings = new ArrayList<>(BookCheck.of(book, inspection.examples(), today()));
    siteChecks.forEach(site -> findings.addAll(site.check(book.contents())));
    return findings;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
