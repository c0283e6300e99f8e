package org.redress.intake.localmailbox;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox inside the service; it listens on this machine only.
 *
 * @param address mail to this address becomes complaints
 * @param folder where accepted mail lies until it is handled
 */
@ConfigurationProperties("redress.local-mailbox")
public record LocalMailboxSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("3025") int smtpPort,
    @DefaultValue("3143") int imapPort,
    @DefaultValue("complaints@redress.local") String address,
    @DefaultValue("complaints") String user,
    @DefaultValue("complaints") String password,
    @DefaultValue("data/mailbox") Path folder) {

  /** Leaves out the password. */
  @Override
  public String toString() {
    return "%s smtp:%d imap:%d %s".formatted(address, smtpPort, imapPort, folder);
  }
}
