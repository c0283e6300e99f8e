package org.redress.complaint.scan;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * The health indicator {@code fileScanner}. A silent scanner does not make the service unhealthy,
 * because complaints still come in; it is UNKNOWN then, and says why.
 */
@Component("fileScanner")
class ScannerHealth implements HealthIndicator {

  private final VirusScanner scanner;
  private final Rescan rescan;

  ScannerHealth(VirusScanner scanner, Rescan rescan) {
    this.scanner = scanner;
    this.rescan = rescan;
  }

  @Override
  public Health health() {
    if (!scanner.isOn()) {
      return Health.up().withDetail("scanner", "none; see redress.virus-scanner").build();
    }
    var health = Health.up();
    scanner
        .trouble()
        .ifPresent(
            trouble ->
                health
                    .unknown()
                    .withDetail("problem", "does not answer: " + trouble.what())
                    .withDetail("since", trouble.since().toString()));
    return health.withDetail("filesWaiting", rescan.waitingFiles()).build();
  }
}
