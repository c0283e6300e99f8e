package org.redress.desk;

import java.util.stream.Collectors;
import org.redress.access.SiteSettings;
import org.redress.access.Staff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says on the console where to go, once the service is ready. */
@Component
class Welcome {

  private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

  private final SiteSettings site;
  private final Staff staff;
  private final String mailbox;
  private final String phoneLogs;

  Welcome(
      SiteSettings site,
      Staff staff,
      @Value("${redress.notification.from}") String mailbox,
      @Value("${redress.phone-logs}") String phoneLogs) {
    this.site = site;
    this.staff = staff;
    this.mailbox = mailbox;
    this.phoneLogs = phoneLogs;
  }

  @EventListener(ApplicationReadyEvent.class)
  void sayWhereToGo() {
    LOG.info(
        """
        Redress is ready.
          Agents, managers     {}   (demo users, password = name: {})
          Customers            {}/complain
          E-mail               send to {}
          Phone logs           drop .csv or .jsonl files into {}
          Samples to try       sh samples/send.sh""",
        site.baseUrl(),
        staff.users().stream().map(Staff.User::name).collect(Collectors.joining(", ")),
        site.baseUrl(),
        mailbox,
        phoneLogs);
  }
}
