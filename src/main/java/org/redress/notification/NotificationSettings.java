package org.redress.notification;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of what is sent to people.
 *
 * @param from the sender's address of all mails
 * @param baseUrl how customers and staff reach this service
 * @param texts folder of the notices' texts
 * @param staffLanguage language of mails to staff
 * @param look how often the outbox is looked into
 * @param attempts how often a mail is tried before it is given up and shown on the ticket
 * @param zone time zone of the times in mails; none means the machine's
 */
@ConfigurationProperties("redress.notification")
record NotificationSettings(
    @DefaultValue("complaints@redress.local") String from,
    @DefaultValue("http://127.0.0.1:8080") String baseUrl,
    @DefaultValue("config/notices") Path texts,
    @DefaultValue("en") String staffLanguage,
    @DefaultValue("500ms") Duration look,
    @DefaultValue("8") int attempts,
    @Nullable ZoneId zone) {

  ZoneId siteZone() {
    return zone == null ? ZoneId.systemDefault() : zone;
  }

  String domain() {
    return from.substring(from.indexOf('@') + 1);
  }
}
