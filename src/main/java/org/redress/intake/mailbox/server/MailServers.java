package org.redress.intake.mailbox.server;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.time.Clock;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.redress.intake.mailbox.server.MailboxSettings.Protocol;
import org.springframework.boot.ssl.SslBundles;

/**
 * Opens mailboxes: connects, encrypts, signs in. Mailboxes of one OAuth 2 client share its token.
 */
public final class MailServers {

  private final SslBundles bundles;
  private final Map<OAuth2, AccessTokens> tokens = new ConcurrentHashMap<>();

  /** Knows the bundles that mailboxes name. */
  public MailServers(SslBundles bundles) {
    this.bundles = bundles;
  }

  /** Opens a mailbox. */
  public OpenMailbox open(MailboxSettings settings) throws MessagingException {
    return settings.protocol() == Protocol.POP3
        ? Pop3Inbox.open(connect(settings), settings)
        : ImapInbox.open(connect(settings), settings);
  }

  private Store connect(MailboxSettings settings) throws MessagingException {
    var protocol = settings.protocol() == Protocol.POP3 ? "pop3" : "imap";
    protocol = settings.tls() ? protocol + "s" : protocol;
    var store = Session.getInstance(properties(protocol, settings)).getStore(protocol);
    var oauth2 = settings.oauth2();
    if (oauth2 == null) {
      store.connect(settings.host(), settings.port(), settings.user(), settings.password());
      return store;
    }
    var access = tokens.computeIfAbsent(oauth2, c -> new AccessTokens(c, Clock.systemUTC()));
    var token = access.token();
    try {
      store.connect(settings.host(), settings.port(), settings.user(), token);
      return store;
    } catch (AuthenticationFailedException e) {
      access.forget();
      throw e;
    }
  }

  private Properties properties(String protocol, MailboxSettings settings) {
    var properties = new Properties();
    var prefix = "mail." + protocol + ".";
    properties.setProperty(prefix + "connectiontimeout", "10000");
    properties.setProperty(prefix + "timeout", "30000");
    properties.setProperty(prefix + "writetimeout", "30000");
    if (settings.starttls()) {
      properties.setProperty(prefix + "starttls.enable", "true");
      properties.setProperty(prefix + "starttls.required", "true");
    }
    if (settings.oauth2() != null) {
      properties.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
    }
    if (settings.sslBundle() != null) {
      var bundle = bundles.getBundle(settings.sslBundle());
      properties.put(prefix + "ssl.socketFactory", bundle.createSslContext().getSocketFactory());
    }
    return properties;
  }
}
