package org.redress.desk.views;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.access.Person;
import org.redress.desk.queue.ListCounts;
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
   * @param own whether the person may forget it
   */
  public record View(
      long id, String name, String address, @Nullable String team, String count, boolean own) {}

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
                    counts.of(view.address(), me),
                    view.owner().equals(me.name())))
        .toList();
  }
}
