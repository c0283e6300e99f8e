package org.redress.intake.smtp;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.springframework.boot.ssl.SslBundles;

/** Camel's scheme {@code smtp}: {@code smtp:NAME} takes the mail of the door of that name. */
public final class SmtpComponent extends DefaultComponent {

  private final SmtpDoors doors;
  private final SslBundles bundles;

  /** A component for one Camel context that knows the given doors. */
  public SmtpComponent(SmtpDoors doors, SslBundles bundles) {
    this.doors = doors;
    this.bundles = bundles;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String name, Map<String, Object> parameters) {
    return new SmtpEndpoint(uri, this, name, doors.named(name), bundles);
  }
}
