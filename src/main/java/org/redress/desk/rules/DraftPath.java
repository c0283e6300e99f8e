package org.redress.desk.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.decision.backtest.BackTest;
import org.redress.decision.difference.FileChange;
import org.redress.decision.version.Draft;
import org.redress.decision.version.Inspection;

/**
 * How far a draft is on its way into force.
 *
 * @param active the version in force
 * @param changes what the draft changes
 * @param run the last try on past complaints; none when there was none
 */
record DraftPath(
    Draft draft,
    String active,
    List<FileChange> changes,
    Inspection inspection,
    @Nullable BackTest run) {

  /** How a step stands. */
  enum State {
    DONE,
    FAILED,
    NOW,
    OPEN;

    /** Its name in styles and messages. */
    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public State changed() {
    return changes.isEmpty() ? State.NOW : State.DONE;
  }

  /** How many rows of tables and lines of other files differ. */
  public int changedPlaces() {
    return changes.stream().mapToInt(file -> file.rows().size() + file.lines().size()).sum();
  }

  public State checked() {
    return inspection.errors().isEmpty() ? State.DONE : State.FAILED;
  }

  public State examples() {
    if (checked() != State.DONE) {
      return State.OPEN;
    }
    return inspection.failed().isEmpty() ? State.DONE : State.FAILED;
  }

  /** A try counts as long as neither the draft nor the rule book in force changed since. */
  public State tried() {
    if (run != null && run.oldVersion().equals(active) && run.outcome() != null) {
      return State.DONE;
    }
    return isSound() || run != null && run.isRunning() ? State.NOW : State.OPEN;
  }

  public State inForce() {
    if (draft.status() == Draft.Status.ACTIVATED) {
      return State.DONE;
    }
    return isSound() && tried() == State.DONE ? State.NOW : State.OPEN;
  }

  /** Whether nothing but a person's word keeps it from going into force. */
  public boolean isReady() {
    return draft.isOpen() && isSound() && !isOutOfDate();
  }

  /** Whether another version came into force since the draft began. */
  public boolean isOutOfDate() {
    return draft.isOpen() && !draft.base().equals(active);
  }

  private boolean isSound() {
    return changed() == State.DONE && examples() == State.DONE;
  }
}
