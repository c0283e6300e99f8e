package org.redress.intake.smtp;

import java.util.Map;
import org.redress.intake.source.MissingSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The doors of this site for mail over SMTP, by the name that route files use. */
@ConfigurationProperties("redress")
public record SmtpDoors(@DefaultValue Map<String, SmtpDoor> smtp) {

  /** A door; an unknown name is refused with the names there are. */
  SmtpDoor named(String name) {
    var door = smtp.get(name);
    if (door == null) {
      throw MissingSetting.of("smtp", name, smtp.keySet());
    }
    return door;
  }
}
