package org.redress.decision.version;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.redress.decision.DecisionSettings;
import org.redress.decision.Decisions;
import org.redress.decision.ExampleRun;
import org.redress.decision.file.RuleBookBroken;
import org.redress.decision.rulebook.RuleBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes up changes of the rule files while the service runs. A book with an error, or with an
 * example that comes out differently, changes nothing: the last good one stays in force and the log
 * names every place.
 */
@Component
class RuleBookWatch {

  private static final Logger LOG = LoggerFactory.getLogger(RuleBookWatch.class);

  private final Decisions decisions;
  private final Path folder;
  private TreeMap<Path, String> handled = new TreeMap<>();
  private TreeMap<Path, String> lastLook = new TreeMap<>();

  RuleBookWatch(Decisions decisions, DecisionSettings settings) {
    this.decisions = decisions;
    this.folder = settings.folder();
  }

  /** Files count when they stayed the same for two looks, so that none is read half written. */
  @Scheduled(fixedDelayString = "${redress.rules.look:2s}")
  void look() {
    try {
      var now = files();
      if (handled.isEmpty()) {
        handled = now;
      } else if (now.equals(lastLook) && !now.equals(handled)) {
        handled = now;
        takeUp();
      }
      lastLook = now;
    } catch (IOException e) {
      LOG.error("The rule files in {} cannot be looked at; the rules stay as they are", folder, e);
    }
  }

  private void takeUp() {
    try {
      var book = RuleBook.load(folder);
      if (book.version().equals(decisions.active().version())) {
        return;
      }
      var failed = ExampleRun.of(book).stream().filter(result -> !result.holds()).toList();
      if (failed.isEmpty()) {
        decisions.activate(book);
        LOG.info("Rule book {} is in force, {} rules", book.version(), book.rules().size());
      } else {
        LOG.warn(
            "The changed rule book is not used, {} examples come out differently; {} stays:\n{}",
            failed.size(),
            decisions.active().version(),
            failed.stream().map(r -> "  " + r.describe()).collect(Collectors.joining("\n")));
      }
    } catch (RuleBookBroken broken) {
      LOG.warn("{} stays in force. {}", decisions.active().version(), broken.getMessage());
    }
  }

  /** Every file with its time and size. */
  private TreeMap<Path, String> files() throws IOException {
    var files = new TreeMap<Path, String>();
    try (var all = Files.walk(folder)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        files.put(file, Files.getLastModifiedTime(file) + " " + Files.size(file));
      }
    }
    return files;
  }
}
