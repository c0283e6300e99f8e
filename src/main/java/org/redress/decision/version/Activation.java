package org.redress.decision.version;

import java.util.Optional;
import org.redress.decision.DecisionSettings;
import org.redress.decision.Decisions;
import org.redress.decision.file.RuleFiles;
import org.redress.decision.rulebook.RuleBook;
import org.redress.decision.version.VersionStore.Putting;
import org.redress.decision.version.VersionStore.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts rule books into force: kept in the database for all nodes, then decided by here, then left
 * in the folder. Complaints under way finish under the version they began with.
 */
@Component
class Activation {

  private static final Logger LOG = LoggerFactory.getLogger(Activation.class);

  private final Decisions decisions;
  private final VersionStore store;
  private final RuleFolder folder;
  private final Drafts drafts;
  private final boolean secondPerson;

  Activation(
      Decisions decisions,
      VersionStore store,
      RuleFolder folder,
      Drafts drafts,
      DecisionSettings settings) {
    this.decisions = decisions;
    this.store = store;
    this.folder = folder;
    this.drafts = drafts;
    this.secondPerson = settings.secondPerson();
  }

  Optional<Inspection> unusedFiles() {
    return folder.unused();
  }

  boolean needsSecondPerson() {
    return secondPerson;
  }

  /** Puts files, whose book was inspected, into force everywhere. */
  synchronized void putIntoForce(RuleFiles files, RuleBook book, Putting putting) {
    store.putIntoForce(files, putting);
    decisions.activate(book);
    if (putting.reason() == Reason.FIRST || putting.reason() == Reason.FILES) {
      folder.note(files.version());
    } else {
      leaveInFolder(files);
    }
    LOG.info("Rule book {} is in force, {} rules", book.version(), book.rules().size());
  }

  /** Decides by the version that another node, or an earlier run, put into force. */
  synchronized void follow(String version) {
    var files = store.files(version).orElseThrow();
    var book = RuleBook.of(files);
    decisions.activate(book);
    leaveInFolder(files);
    LOG.info("Rule book {} is in force, {} rules", version, book.rules().size());
  }

  /** Edits in the folder that were never used are kept as a draft before they are replaced. */
  private void leaveInFolder(RuleFiles files) {
    var present = folder.read();
    var edited = !folder.noted().filter(present.version()::equals).isPresent();
    if (edited && !present.version().equals(files.version())) {
      drafts.create("Edited in the folder", files.version(), present, "files");
    }
    try {
      folder.leave(files);
    } catch (java.io.UncheckedIOException e) {
      LOG.warn("{}. The rules are in force all the same.", e.getMessage(), e);
    }
  }
}
