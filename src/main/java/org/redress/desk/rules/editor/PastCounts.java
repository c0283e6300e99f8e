package org.redress.desk.rules.editor;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.decision.Asking;
import org.redress.decision.Case;
import org.redress.decision.backtest.Past;
import org.redress.decision.backtest.PastComplaints;
import org.redress.decision.rulebook.RuleBook;
import org.springframework.stereotype.Component;

/** How many of the latest complaints each row of a rule book speaks on; a minute old at most. */
@Component
class PastCounts {

  private static final int LATEST = 1000;
  private static final int REMEMBERED = 4;
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final LoadingCache<Integer, List<Past>> latest;
  private final Cache<String, Counts> counts =
      Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(REMEMBERED).build();

  PastCounts(PastComplaints complaints) {
    this.latest =
        Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(1).build(complaints::latest);
  }

  /**
   * What the rows of a book match.
   *
   * @param of how many complaints were looked at
   * @param rows number of complaints by file and line; rows that match none are not there
   * @param words number of complaints by vocabulary word
   */
  record Counts(int of, Map<String, Map<Integer, Integer>> rows, Map<String, Integer> words) {}

  /** Decides the latest complaints by a book and counts which rows spoke. */
  Counts of(RuleBook book) {
    return counts.get(book.version(), version -> count(book));
  }

  private Counts count(RuleBook book) {
    var past = latest.get(LATEST);
    var counts = new Counts(past.size(), new HashMap<>(), new HashMap<>());
    for (var one : past) {
      var decision = Asking.decide(book, new Case(one.text(), one.recorded().circumstances()));
      decision.mentions().keySet().forEach(word -> counts.words().merge(word, 1, Integer::sum));
      decision.answers().stream()
          .flatMap(answer -> Stream.concat(answer.chosen().stream(), answer.lost().stream()))
          .forEach(
              spoke ->
                  counts
                      .rows()
                      .computeIfAbsent(spoke.file(), file -> new HashMap<>())
                      .merge(spoke.row(), 1, Integer::sum));
    }
    return counts;
  }

  /** The channels or tiers of the latest complaints. */
  Set<String> seen(String fact) {
    return latest.get(LATEST).stream()
        .map(past -> past.recorded().circumstances())
        .map(shown -> fact.equals("tier") ? shown.tier() : shown.channel())
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }
}
