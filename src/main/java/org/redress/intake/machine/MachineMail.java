package org.redress.intake.machine;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.redress.customer.Undeliverable;
import org.redress.customer.Undeliverable.Flag;
import org.redress.intake.mail.Mail;
import org.redress.intake.mail.MailKind;
import org.redress.intake.mail.report.DeliveryReport;
import org.redress.intake.thread.Threads;
import org.redress.intake.thread.Threads.OurMail;
import org.redress.intake.thread.TicketTag;
import org.redress.ticket.work.MailReports;
import org.springframework.stereotype.Component;

/**
 * Mail that programs wrote opens no ticket and is never answered. What it says about mails of ours
 * is noted on their tickets; an address is flagged only by who holds the secret of our mail.
 */
@Component
public class MachineMail {

  private final Threads threads;
  private final MailReports reports;
  private final Undeliverable undeliverable;
  private final Clock clock;

  MachineMail(Threads threads, MailReports reports, Undeliverable undeliverable, Clock clock) {
    this.threads = threads;
    this.reports = reports;
    this.undeliverable = undeliverable;
    this.clock = clock;
  }

  /** Notes what the mail says on the ticket it concerns, and returns that ticket's number. */
  public Optional<String> note(Mail mail) {
    return switch (mail.kind()) {
      case BOUNCE -> bounced(mail);
      case AUTO_REPLY, RECEIPT -> answered(mail);
      default -> Optional.empty();
    };
  }

  private Optional<String> bounced(Mail mail) {
    var report = DeliveryReport.of(mail);
    var proven = byId(report.about());
    var ours = proven.or(() -> byTag(mail, report.recipients()));
    ours.ifPresent(our -> noteBounce(our, report));
    if (report.permanent() && report.fault().isOfAddress()) {
      proven.ifPresent(our -> undeliverable.flag(flag(our, report)));
    }
    return ours.map(OurMail::ticket);
  }

  private void noteBounce(OurMail our, DeliveryReport report) {
    var words = words(report);
    reports.note(
        our.ticket(),
        report.permanent() ? MailReports.BOUNCED : MailReports.DELAYED,
        report.fault().word() + ": " + our.recipient(),
        words.isEmpty() ? null : words);
  }

  private Flag flag(OurMail our, DeliveryReport report) {
    return new Flag(our.recipient(), report.fault().word(), words(report), clock.instant());
  }

  private static String words(DeliveryReport report) {
    var status = report.diagnostic().contains(report.status()) ? "" : report.status() + " ";
    return (status + report.diagnostic()).strip();
  }

  private Optional<String> answered(Mail mail) {
    var event = mail.kind() == MailKind.RECEIPT ? MailReports.OPENED : MailReports.AUTO_REPLY;
    var about = new LinkedHashSet<>(mail.inReplyTo());
    if (mail.kind() == MailKind.RECEIPT) {
      about.addAll(DeliveryReport.of(mail).about());
    }
    var from = mail.from().stream().map(Mail.Address::address).toList();
    var ours = byId(List.copyOf(about)).or(() -> byTag(mail, from));
    ours.ifPresent(our -> reports.note(our.ticket(), event, our.recipient(), null));
    return ours.map(OurMail::ticket);
  }

  private Optional<OurMail> byId(List<String> ids) {
    var ours = threads.ours(ids);
    return ids.stream().map(ours::get).filter(Objects::nonNull).findFirst();
  }

  /** By the tag in the subject, if one of these addresses belongs to somebody on the ticket. */
  private Optional<OurMail> byTag(Mail mail, List<String> addresses) {
    var number = TicketTag.ofSubject(mail.subject());
    if (number.isEmpty()) {
      return Optional.empty();
    }
    var people = threads.people(List.of(number.get())).get(number.get());
    return addresses.stream()
        .filter(address -> people != null && people.includeAddress(address))
        .findFirst()
        .map(address -> new OurMail(number.get(), address));
  }
}
