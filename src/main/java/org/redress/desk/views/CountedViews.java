package org.redress.desk.views;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.desk.queue.ListCounts;
import org.redress.desk.views.SavedViews.SavedView;
import org.springframework.stereotype.Component;

/** The kept lists of a person with how many tickets each has. */
@Component("countedViews")
class CountedViews {

  private final SavedViews views;
  private final ListCounts counts;

  CountedViews(SavedViews views, ListCounts counts) {
    this.views = views;
    this.counts = counts;
  }

  /**
   * One kept list.
   *
   * @param count in words, for instance {@code 999+}
   */
  public record View(long id, String name, String address, @Nullable String team, String count) {}

  /** The person's own view of the list at an address. */
  public @Nullable SavedView ownAt(String address, Person me) {
    return views.of(me).stream()
        .filter(view -> view.owner().equals(me.name()) && view.address().equals(address))
        .findFirst()
        .orElse(null);
  }

  /** Own lists and those shared with the person's teams. */
  public List<View> of(Person me) {
    return views.of(me).stream()
        .map(
            view ->
                new View(
                    view.id(),
                    view.name(),
                    view.address(),
                    view.team(),
                    counts.of(view.address(), me)))
        .toList();
  }
}
