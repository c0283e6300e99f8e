package org.redress.decision.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.decision.difference.Merging.Conflict;

/** Picks one of two changes, and notes where both would have had their way. */
final class Choices {

  private final Set<String> theirsChosen;
  private final List<Conflict> conflicts = new ArrayList<>();

  Choices(Set<String> theirsChosen) {
    this.theirsChosen = theirsChosen;
  }

  List<Conflict> conflicts() {
    return List.copyOf(conflicts);
  }

  /** Notes a conflict and says whether the second one's change was chosen in it. */
  boolean takesTheirs(Conflict conflict) {
    conflicts.add(conflict);
    return theirsChosen.contains(conflict.key());
  }

  /** The change of whoever changed it; of both, a conflict. */
  @Nullable String pick(@Nullable String base, Conflict both) {
    var mine = both.mine();
    var theirs = both.theirs();
    if (Objects.equals(mine, theirs) || Objects.equals(theirs, base)) {
      return mine;
    }
    return Objects.equals(mine, base) || takesTheirs(both) ? theirs : mine;
  }
}
