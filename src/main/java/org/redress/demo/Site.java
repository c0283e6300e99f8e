package org.redress.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.redress.access.SiteSettings;
import org.redress.access.Staff;
import org.redress.calendar.site.WorkingTimes;
import org.redress.compensation.policy.Authority;
import org.redress.compensation.policy.Policy;
import org.redress.complaint.Complaint;
import org.redress.complaint.Complaints;
import org.redress.customer.Customer;
import org.redress.customer.CustomerHistory.Past;
import org.redress.deadline.ClockWriter;
import org.redress.deadline.Deadlines;
import org.redress.deadline.Ladders;
import org.redress.deadline.StepsTaken;
import org.redress.deadline.clock.Policies;
import org.redress.decision.Case;
import org.redress.decision.Decision;
import org.redress.decision.Decisions;
import org.redress.demo.cast.Phrases;
import org.redress.intake.preview.Cases;
import org.redress.storage.Ids;
import org.redress.ticket.History;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** The parts of the service that a demo year is made with: its rules, calendars and tables. */
record Site(BeanFactory beans) {

  /** Where rows go. */
  record Storage(JdbcTemplate jdbc, PlatformTransactionManager transactions) {}

  Storage storage() {
    return new Storage(get(JdbcTemplate.class), get(PlatformTransactionManager.class));
  }

  Sheets.Records records() {
    return new Sheets.Records(
        get(Complaints.class), get(Deadlines.class), get(StepsTaken.class), get(History.class));
  }

  DemoYear.Parts parts(Map<String, Phrases> phrases) {
    var times = get(WorkingTimes.class);
    var zone = settings().timeZone();
    return new DemoYear.Parts(
        new Course(times.calendars(), phrases),
        new Clockwork(get(Ladders.class), get(ClockWriter.class), times, staff(), ids()),
        new Gifts(get(Authority.class), get(Policy.class), ids(), zone),
        new Writing(ids(), get(JsonMapper.class), phrases),
        new Aftermath(ids(), phrases, zone));
  }

  Ids ids() {
    return get(Ids.class);
  }

  Staff staff() {
    return get(Staff.class);
  }

  SiteSettings settings() {
    return get(SiteSettings.class);
  }

  /** What the rules are shown of a complaint. */
  Case seen(Complaint complaint, Customer customer, Past past) {
    var message =
        new Cases.Message(
            complaint.channel(),
            complaint.language(),
            complaint.receivedAt(),
            Case.wholeText(complaint.subject(), complaint.text()),
            null);
    return get(Cases.class).of(message, customer, past, 0);
  }

  Decision decide(Case seen) {
    return get(Decisions.class).decide(seen);
  }

  List<org.redress.deadline.reckoning.Policy> policies(Decision decision, Instant at) {
    return get(Policies.class).of(decision, decision.the("team"), at);
  }

  private <T> T get(Class<T> type) {
    return beans.getBean(type);
  }
}
