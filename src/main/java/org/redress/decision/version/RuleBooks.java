package org.redress.decision.version;

import java.util.List;
import java.util.Optional;
import org.redress.decision.Decisions;
import org.redress.decision.file.RuleFiles;
import org.redress.decision.rulebook.RuleBook;
import org.redress.decision.version.Draft.Status;
import org.redress.decision.version.VersionStore.Putting;
import org.redress.decision.version.VersionStore.Reason;
import org.springframework.stereotype.Service;

/** The rule books: the one in force, those before it, and how the next one takes over. */
@Service
public class RuleBooks {

  private final Decisions decisions;
  private final VersionStore store;
  private final Activation activation;
  private final Inspector inspector;
  private final Drafts drafts;

  RuleBooks(
      Decisions decisions,
      VersionStore store,
      Activation activation,
      Inspector inspector,
      Drafts drafts) {
    this.decisions = decisions;
    this.store = store;
    this.activation = activation;
    this.inspector = inspector;
    this.drafts = drafts;
  }

  /** Why a rule book cannot go into force now. */
  public enum Obstacle {
    /** It has errors. */
    ERRORS,
    /** Examples come out differently. */
    EXAMPLES,
    /** Another version came into force since the draft began. */
    OUT_OF_DATE,
    /** It says the same as the version in force. */
    NO_CHANGE,
    /** The draft was put into force or dropped already. */
    ENDED
  }

  /** A rule book that cannot go into force. */
  public static class Refused extends RuntimeException {

    private final Obstacle obstacle;

    Refused(Obstacle obstacle) {
      super(obstacle.name());
      this.obstacle = obstacle;
    }

    public Obstacle obstacle() {
      return obstacle;
    }
  }

  /** The rule book in force. */
  public RuleBook active() {
    return decisions.active();
  }

  /** The files of the rule book in force. */
  public RuleFiles activeFiles() {
    return store.files(active().version()).orElseThrow();
  }

  /** The files of a version that was in force at some time. */
  public Optional<RuleFiles> files(String version) {
    return store.files(version);
  }

  /** The version that was in force before this one came into force first; none for the first. */
  public Optional<String> before(String version) {
    return store.before(version);
  }

  /** What keeps the files in the folder from being used; none when they are in force. */
  public Optional<Inspection> unusedFiles() {
    return activation.unusedFiles();
  }

  /** Whether a draft goes into force only when a second person says so. */
  public boolean asksSecondPerson() {
    return activation.needsSecondPerson();
  }

  /** All versions, the one in force first. */
  public List<KeptVersion> versions() {
    return store.versions();
  }

  /**
   * Puts a draft into force, or asks for a second person where the site wants one.
   *
   * @return whether it is in force now
   * @throws Refused when it may not be
   */
  public boolean activate(long draftId, String actor, String comment) {
    var draft = drafts.find(draftId).orElseThrow();
    var book = ready(draft);
    var asked = draft.approvalAskedBy();
    if (activation.needsSecondPerson() && (asked == null || asked.equals(actor))) {
      drafts.askApproval(draftId, actor);
      return false;
    }
    var maker = asked == null ? actor : asked;
    var approvedBy = maker.equals(actor) ? null : actor;
    var said = comment.isBlank() ? draft.title() : comment;
    activation.putIntoForce(
        draft.files(), book, new Putting(maker, said, Reason.DRAFT, approvedBy));
    drafts.end(draftId, Status.ACTIVATED);
    return true;
  }

  private RuleBook ready(Draft draft) {
    refuseIf(!draft.isOpen(), Obstacle.ENDED);
    refuseIf(draft.version().equals(active().version()), Obstacle.NO_CHANGE);
    refuseIf(!draft.base().equals(active().version()), Obstacle.OUT_OF_DATE);
    var inspection = inspector.inspect(draft.files());
    refuseIf(inspection.book().isEmpty(), Obstacle.ERRORS);
    refuseIf(!inspection.isGood(), Obstacle.EXAMPLES);
    return inspection.book().orElseThrow();
  }

  private static void refuseIf(boolean refused, Obstacle obstacle) {
    if (refused) {
      throw new Refused(obstacle);
    }
  }

  /** Brings an earlier version back into force. */
  public void rollback(String version, String actor) {
    refuseIf(version.equals(active().version()), Obstacle.NO_CHANGE);
    var files = store.files(version).orElseThrow();
    activation.putIntoForce(
        files, RuleBook.of(files), new Putting(actor, "", Reason.ROLLBACK, null));
  }
}
