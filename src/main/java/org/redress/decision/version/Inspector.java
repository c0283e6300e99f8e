package org.redress.decision.version;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.redress.decision.file.RuleFiles;
import org.springframework.stereotype.Component;

/** Inspects rule books; the last few are remembered, because screens ask for the same ones. */
@Component
public class Inspector {

  private static final int REMEMBERED = 4;

  private final Cache<String, Inspection> inspections =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  /** Checks, compiles and tests a rule book. */
  public Inspection inspect(RuleFiles files) {
    return inspections.get(files.version(), version -> Inspection.of(files));
  }
}
