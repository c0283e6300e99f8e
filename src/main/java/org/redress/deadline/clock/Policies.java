package org.redress.deadline.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redress.access.SiteSettings;
import org.redress.access.Staff;
import org.redress.calendar.TimeSpan;
import org.redress.calendar.site.WorkingTimes;
import org.redress.deadline.reckoning.Policy;
import org.redress.deadline.reckoning.Policy.Start;
import org.redress.decision.Decision;
import org.redress.decision.Decisions;
import org.redress.decision.Proposal;
import org.redress.decision.obligation.Regime;
import org.redress.decision.rule.Question.Answer;
import org.springframework.stereotype.Component;

/** What a decision makes us owe: the answers to {@code deadline} and {@code legal} as clocks. */
@Component
public class Policies {

  static final String QUESTION = "deadline";

  private final WorkingTimes workingTimes;
  private final Staff staff;
  private final Decisions decisions;
  private final SiteSettings site;

  Policies(WorkingTimes workingTimes, Staff staff, Decisions decisions, SiteSettings site) {
    this.workingTimes = workingTimes;
    this.staff = staff;
    this.decisions = decisions;
    this.site = site;
    staff.teams().values().forEach(team -> workingTimes.calendars().get(team.calendar()));
  }

  /** All clocks of a decision for a ticket of {@code team}. */
  public List<Policy> of(Decision decision, String team, Instant received) {
    var policies = new ArrayList<Policy>();
    var answer = decision.answer(QUESTION);
    for (var obligation : answer.values()) {
      answer.chosen().stream()
          .filter(proposal -> proposal.answer().equals(obligation) && proposal.detail() != null)
          .findFirst()
          .ifPresent(proposal -> policies.add(policy(proposal, calendarOf(team))));
    }
    for (var name : decision.answer("legal").values()) {
      decisions
          .active()
          .obligations()
          .regime(name)
          .ifPresent(regime -> policies.addAll(legal(name, regime, team, received)));
    }
    return policies;
  }

  private Policy policy(Proposal proposal, String calendar) {
    var answer = answer(proposal.answer());
    var after = answer.map(Answer::after).orElse(null);
    return new Policy(
        proposal.answer(),
        after == null ? Start.OPENED : Start.STEP,
        after,
        TimeSpan.parse(proposal.detail()),
        calendar,
        answer.map(Answer::pauses).orElse(false),
        proposal.answer(),
        proposal.rule(),
        null);
  }

  private List<Policy> legal(String name, Regime regime, String team, Instant received) {
    return regime.on(received.atZone(site.timeZone()).toLocalDate()).stream()
        .map(
            limit ->
                new Policy(
                    name + "." + limit.name(),
                    limit.starts() == Regime.Start.RECEIVED ? Start.RECEIVED : Start.NEXT_DAY,
                    null,
                    TimeSpan.parse(limit.within()),
                    known(limit.calendar(), team),
                    limit.pauses(),
                    limit.endsWith(),
                    "legal/%s.yml".formatted(name),
                    null))
        .toList();
  }

  private String known(String calendar, String team) {
    return calendar != null && workingTimes.calendars().names().contains(calendar)
        ? calendar
        : calendarOf(team);
  }

  private Optional<Answer> answer(String obligation) {
    return decisions
        .active()
        .question(QUESTION)
        .map(question -> question.answers().get(obligation));
  }

  /** The working time of a team. */
  String calendarOf(String team) {
    return staff.calendarOf(team);
  }
}
