package org.redress.notification;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of what is sent to people.
 *
 * @param from the sender's address of all mails
 * @param texts folder of the notices' texts
 * @param staffLanguage language of mails to staff
 * @param look how often the outbox is looked into
 * @param attempts how often a mail is tried before it is given up and shown on the ticket
 */
@ConfigurationProperties("redress.notification")
public record NotificationSettings(
    @DefaultValue("complaints@redress.local") String from,
    @DefaultValue("config/notices") Path texts,
    @DefaultValue("en") String staffLanguage,
    @DefaultValue("500ms") Duration look,
    @DefaultValue("8") int attempts) {

  /** The part of the sender's address after the at sign. */
  public String domain() {
    return from.substring(from.indexOf('@') + 1);
  }
}
