package org.redress.notification.text;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.redress.access.SiteSettings;
import org.redress.access.Staff;
import org.redress.decision.Decisions;
import org.redress.notification.NotificationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The words and links that go into notices, in the reader's language. */
@Component
public class Labels {

  private final NotificationSettings settings;
  private final SiteSettings site;
  private final Decisions decisions;
  private final Staff staff;
  private final JdbcClient jdbc;

  Labels(
      NotificationSettings settings,
      SiteSettings site,
      Decisions decisions,
      Staff staff,
      JdbcClient jdbc) {
    this.settings = settings;
    this.site = site;
    this.decisions = decisions;
    this.staff = staff;
    this.jdbc = jdbc;
  }

  public String staffLanguage() {
    return settings.staffLanguage();
  }

  /** The label of an answer; the answer itself when the rule book no longer knows it. */
  public String answer(String question, String answer, String language) {
    return decisions
        .active()
        .question(question)
        .flatMap(q -> Optional.ofNullable(q.answers().get(answer)))
        .map(known -> known.label().in(language))
        .orElse(answer);
  }

  public String team(String team, String language) {
    return Optional.ofNullable(staff.teams().get(team))
        .map(known -> known.name().in(language))
        .orElse(team);
  }

  /** The ladder of a team from the lowest rank on. */
  public List<Staff.Rung> ladder(String team) {
    return staff.ladder(team);
  }

  /** Where someone who works here gets mail. */
  public String mail(String user) {
    return staff.users().stream()
        .filter(u -> u.name().equals(user))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no user " + user))
        .email();
  }

  /** A time such as "Monday, 23 November 2026, 16:00" in the site's zone. */
  public String time(Instant at, String language) {
    var locale = language.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.UK;
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
        .withLocale(locale)
        .format(at.atZone(site.timeZone()));
  }

  public String statusUrl(String receipt) {
    return site.statusUrl(receipt);
  }

  public String statusUrlOfTicket(long ticketId) {
    return statusUrl(
        jdbc.sql(
                """
                select c.receipt from complaint c join ticket t on t.complaint_id = c.id
                where t.id = :ticket
                """)
            .param("ticket", ticketId)
            .query(String.class)
            .single());
  }

  /** What someone who works here is called. */
  public String person(String user, String language) {
    return staff.users().stream()
        .filter(u -> u.name().equals(user))
        .findFirst()
        .map(u -> u.display().in(language))
        .orElse(user);
  }

  public String failuresUrl() {
    return site.baseUrl() + "/failures";
  }

  public String queueUrl() {
    return site.baseUrl() + "/queue/mine";
  }

  public String surveyUrl(String token, String language) {
    return site.surveyUrl(token, language.startsWith("zh") ? "zh_CN" : "en");
  }

  public String problemUrl(long id) {
    return site.baseUrl() + "/problems/" + id;
  }

  public String channelsUrl() {
    return site.baseUrl() + "/channels";
  }

  public String approvalsUrl() {
    return site.approvalsUrl();
  }

  public String ticketUrl(String number) {
    return site.ticketUrl(number);
  }
}
