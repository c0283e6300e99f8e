package org.redress.intake.mailbox;

import java.util.Map;
import org.redress.intake.mailbox.server.MailboxSettings;
import org.redress.intake.source.MissingSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The mailboxes this site reads, by the name that route files use. */
@ConfigurationProperties("redress")
public record Mailboxes(@DefaultValue Map<String, MailboxSettings> mailboxes) {

  /** The settings of a mailbox; an unknown name is refused with the names there are. */
  MailboxSettings named(String name) {
    var settings = mailboxes.get(name);
    if (settings == null) {
      throw MissingSetting.of("mailboxes", name, mailboxes.keySet());
    }
    return settings;
  }
}
