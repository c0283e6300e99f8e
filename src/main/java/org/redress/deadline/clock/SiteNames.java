package org.redress.deadline.clock;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.redress.access.Staff;
import org.redress.calendar.Calendars;
import org.redress.decision.file.Contents;
import org.redress.decision.finding.Finding;
import org.redress.decision.finding.Finding.Kind;
import org.redress.decision.obligation.Ladder;
import org.redress.text.Nearest;
import org.redress.text.Text;

/**
 * The names of a site that its rule book speaks of: ladders name ranks of {@code teams.yml}, and
 * legal limits calendars.
 *
 * @param ranks who may be told or handed a ticket, for instance {@code lead}
 * @param calendars working times by name
 */
public record SiteNames(Set<String> ranks, Set<String> calendars) {

  private static final String LADDERS = "ladder/ladders.yml";

  /** The names of these people and working times. */
  public static SiteNames of(Staff staff, Calendars calendars) {
    var ranks = new TreeSet<>(Set.of(Ladder.OWNER));
    staff.teams().values().forEach(team -> ranks.addAll(team.ladder().keySet()));
    return new SiteNames(ranks, calendars.names());
  }

  /** A finding for each name in a rule book that the site does not have. */
  public List<Finding> check(Contents contents) {
    var findings = new ArrayList<Finding>();
    contents
        .obligations()
        .ladders()
        .forEach(
            (name, ladder) ->
                ladder.steps().stream()
                    .flatMap(step -> named(step))
                    .filter(rank -> !ranks.contains(rank))
                    .distinct()
                    .forEach(rank -> findings.add(unknownRank(name, rank, ranks))));
    contents
        .obligations()
        .regimes()
        .forEach(
            (name, regime) ->
                regime.limits().stream()
                    .filter(limit -> limit.calendar() != null)
                    .filter(limit -> !calendars.contains(limit.calendar()))
                    .forEach(
                        limit ->
                            findings.add(
                                unknownCalendar(name, limit.name(), limit.calendar(), calendars))));
    return findings;
  }

  private static Stream<String> named(Ladder.Step step) {
    return Stream.concat(step.tell().stream(), Stream.ofNullable(step.handTo()));
  }

  private static Finding unknownRank(String ladder, String rank, Set<String> known) {
    return new Finding(
        Kind.DOUBTFUL_FILE,
        LADDERS,
        0,
        ladder,
        new Text("no team has the rank '%s'%s", "没有团队设有“%s”这一级%s")
            .formatted(rank, Nearest.hint(rank, known)),
        new Text(
                "Ranks in config/teams.yml: %s. Until then the highest rank of the team is meant.",
                "config/teams.yml 中的级别：%s。在此之前按该团队最高级处理。")
            .formatted(String.join(", ", known)));
  }

  private static Finding unknownCalendar(
      String regime, String limit, String calendar, Set<String> known) {
    return new Finding(
        Kind.DOUBTFUL_FILE,
        "legal/%s.yml".formatted(regime),
        0,
        "limits.%s.calendar".formatted(limit),
        new Text("there is no calendar '%s'%s", "没有名为“%s”的工作日历%s")
            .formatted(calendar, Nearest.hint(calendar, known)),
        new Text(
                "Calendars in config/calendars: %s. Until then the team's is used.",
                "config/calendars 中的日历：%s。在此之前使用团队的日历。")
            .formatted(String.join(", ", known)));
  }
}
