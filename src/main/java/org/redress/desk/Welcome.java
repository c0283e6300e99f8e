package org.redress.desk;

import org.redress.access.SiteSettings;
import org.redress.access.Users;
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
  private final Users users;
  private final String mailbox;
  private final String phoneLogs;

  Welcome(
      SiteSettings site,
      Users users,
      @Value("${redress.notification.from}") String mailbox,
      @Value("${redress.phone-logs}") String phoneLogs) {
    this.site = site;
    this.users = users;
    this.mailbox = mailbox;
    this.phoneLogs = phoneLogs;
  }

  @EventListener(ApplicationReadyEvent.class)
  void sayWhereToGo() {
    LOG.info(
        """
        Redress is ready.
          Agents, managers     {}{}
          Customers            {}/complain
          E-mail               send to {}
          Phone logs           drop .csv or .jsonl files into {}
          Samples to try       sh samples/send.sh""",
        site.baseUrl(),
        demoUsers(),
        site.baseUrl(),
        mailbox,
        phoneLogs);
  }

  private String demoUsers() {
    var demo = users.withNameAsPassword();
    return demo.isEmpty() ? "" : "   (password = name: " + String.join(", ", demo) + ")";
  }
}
