package org.redress.desk.care;

import java.time.Clock;
import java.time.Duration;
import java.util.TreeMap;
import org.redress.storage.Instants;
import org.redress.ticket.aftercare.Surveys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How satisfied customers are, by what they answered lately. */
@Repository
class SatisfactionFigures {

  static final int DAYS = 90;

  private final JdbcClient jdbc;
  private final Clock clock;

  SatisfactionFigures(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Answers by score.
   *
   * @param byScore how many gave each score, the best first; every score has an entry
   */
  record Figures(TreeMap<Integer, Long> byScore) {

    public long answers() {
      return byScore.values().stream().mapToLong(Long::longValue).sum();
    }

    public double average() {
      var sum = byScore.entrySet().stream().mapToLong(e -> e.getKey() * e.getValue()).sum();
      return answers() == 0 ? 0 : (double) sum / answers();
    }

    /** The share of a score in percent, rounded. */
    public long percent(int score) {
      return answers() == 0 ? 0 : Math.round(100.0 * byScore.get(score) / answers());
    }
  }

  /** The answers of the last {@link #DAYS} days. */
  Figures latest() {
    var byScore = new TreeMap<Integer, Long>((one, other) -> other - one);
    for (int score = 1; score <= Surveys.BEST; score++) {
      byScore.put(score, 0L);
    }
    jdbc.sql(
            """
            select score, count(*) as answers from survey where answered_at >= :since
            group by score
            """)
        .param("since", Instants.bind(clock.instant().minus(Duration.ofDays(DAYS))))
        .query(
            row -> {
              byScore.put(row.getInt("score"), row.getLong("answers"));
            });
    return new Figures(byScore);
  }
}
