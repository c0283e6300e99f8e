package org.redress.decision.version;

import java.util.Optional;
import java.util.stream.Collectors;
import org.redress.decision.Decisions;
import org.redress.decision.file.RuleFiles;
import org.redress.decision.version.VersionStore.Putting;
import org.redress.decision.version.VersionStore.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps three things at one version: the database, where activations are known to all nodes, what
 * this node decides by, and the folder that people may edit. A book with an error, or with an
 * example that comes out differently, changes nothing: the last good one stays in force and the log
 * names every place.
 */
@Component
class RuleBookSync implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(RuleBookSync.class);
  static final String FILES = "files";

  private final Decisions decisions;
  private final VersionStore store;
  private final RuleFolder folder;
  private final Activation activation;
  private final Inspector inspector;
  private String lastLook = "";
  private String refused = "";
  private volatile boolean running;

  RuleBookSync(
      Decisions decisions,
      VersionStore store,
      RuleFolder folder,
      Activation activation,
      Inspector inspector) {
    this.decisions = decisions;
    this.store = store;
    this.folder = folder;
    this.activation = activation;
    this.inspector = inspector;
  }

  /** Before anything decides: a broken folder stops the start, with every error listed. */
  @Override
  public void start() {
    var book = decisions.active();
    var files = folder.read();
    var inForce = store.active();
    if (inForce.isEmpty()) {
      var first = new Putting(FILES, "The rule book of the first start", Reason.FIRST, null);
      activation.putIntoForce(files, book, first);
    } else if (inForce.get().equals(book.version())) {
      folder.note(book.version());
    } else if (folder.noted().isPresent() && !folder.noted().get().equals(book.version())) {
      takeUp(files);
    }
    followDatabase();
    lastLook = folder.read().version();
    running = true;
  }

  /** Looks at the database and the folder. */
  @Scheduled(fixedDelayString = "${redress.rules.look:2s}")
  synchronized void look() {
    if (!running) {
      return;
    }
    try {
      followDatabase();
      lookAtFolder();
    } catch (RuntimeException e) {
      LOG.error("The rules stay as they are: {}", e.getMessage(), e);
    }
  }

  private void followDatabase() {
    var inForce = store.active().orElseThrow();
    if (!inForce.equals(decisions.active().version())) {
      activation.follow(inForce);
    }
  }

  /** Files count when they stayed the same for two looks, so that none is read half written. */
  private void lookAtFolder() {
    var files = folder.read();
    var version = files.version();
    var settled = version.equals(lastLook);
    lastLook = version;
    if (version.equals(decisions.active().version())) {
      folder.unused(Optional.empty());
      folder.note(version);
    } else if (settled && !version.equals(refused)) {
      takeUp(files);
    }
  }

  private void takeUp(RuleFiles files) {
    var inspection = inspector.inspect(files);
    if (inspection.isGood()) {
      var putting = new Putting(FILES, "Edited in the folder", Reason.FILES, null);
      activation.putIntoForce(files, inspection.book().orElseThrow(), putting);
      folder.unused(Optional.empty());
      return;
    }
    refused = files.version();
    folder.unused(Optional.of(inspection));
    LOG.warn(
        "The changed rule files are not used, {} stays in force:\n{}",
        decisions.active().version(),
        inspection.errors().isEmpty()
            ? inspection.failed().stream()
                .map(result -> "  " + result.describe())
                .collect(Collectors.joining("\n"))
            : inspection.errors().stream()
                .map(error -> "  " + error)
                .collect(Collectors.joining("\n")));
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }
}
