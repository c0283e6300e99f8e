package org.redress.desk.reply;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.access.SiteSettings;
import org.redress.access.Staff;
import org.redress.compensation.Award;
import org.redress.compensation.Ledger;
import org.redress.customer.Customers;
import org.redress.decision.Decisions;
import org.redress.desk.ticket.CaseFile;
import org.redress.ticket.Ticket;
import org.springframework.stereotype.Component;

/** What ready texts speak of, in the customer's language. */
@Component
class Places {

  /** Stands where the agent has to write something. */
  private static final String OPEN = "…";

  private final Customers customers;
  private final CaseFile file;
  private final Ledger ledger;
  private final Names names;
  private final SiteSettings site;

  Places(Customers customers, CaseFile file, Ledger ledger, Names names, SiteSettings site) {
    this.customers = customers;
    this.file = file;
    this.ledger = ledger;
    this.names = names;
    this.site = site;
  }

  /** What people, teams and answers are called. */
  @Component("replyNames")
  record Names(Staff staff, Decisions decisions) {

    private String person(String name, String language) {
      return staff.users().stream()
          .filter(user -> user.name().equals(name))
          .findFirst()
          .map(user -> user.display().in(language))
          .orElse(name);
    }

    private String team(String team, String language) {
      return Optional.ofNullable(staff.teams().get(team))
          .map(known -> known.name().in(language))
          .orElse(team);
    }

    private String offer(Award award, String language) {
      var kind =
          decisions
              .active()
              .question("compensation")
              .flatMap(question -> Optional.ofNullable(question.answers().get(award.kind())))
              .map(answer -> answer.label().in(language))
              .orElse(award.kind());
      return award.amount() == null
          ? kind
          : "%s (%s %s)".formatted(kind, award.amount().toPlainString(), award.currency());
    }
  }

  /** The words for each of {@link TextFile#PLACES}. */
  Map<String, String> of(Ticket ticket, String agent) {
    var language = ticket.language();
    var values = new HashMap<String, String>();
    var customer = customers.find(ticket.customerId()).orElseThrow();
    values.put("customer", customer.displayName());
    values.put("ticket", ticket.number());
    values.put("subject", ticket.subject());
    values.put("agent", names.person(agent, language));
    values.put("team", names.team(ticket.team(), language));
    values.put("next_due", next(ticket.nextDeadline(), language));
    values.put("offers", offers(ledger.ofTicket(ticket.id()), language));
    values.put("status_url", site.statusUrl(file.said(ticket).receipt()));
    return values;
  }

  /** What somebody put forward on the ticket; dots where that is still to be done. */
  private String offers(List<Award> awards, String language) {
    var named =
        awards.stream()
            .filter(Award::counts)
            .map(award -> names.offer(award, language))
            .collect(Collectors.joining(language.startsWith("zh") ? "、" : ", "));
    return named.isEmpty() ? OPEN : named;
  }

  private String next(@Nullable Instant due, String language) {
    var locale = language.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.UK;
    return due == null
        ? OPEN
        : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
            .withLocale(locale)
            .format(due.atZone(site.timeZone()));
  }
}
