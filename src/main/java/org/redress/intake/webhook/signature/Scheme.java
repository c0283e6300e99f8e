package org.redress.intake.webhook.signature;

import java.time.Clock;

/** The ways of signing there are. */
public enum Scheme {
  /** A header holds the HMAC-SHA256 of time and body. */
  HMAC,
  /** A header holds the secret itself. */
  TOKEN,
  /** Telegram's bot interface: {@code X-Telegram-Bot-Api-Secret-Token}. */
  TELEGRAM,
  /** WhatsApp's cloud interface: {@code X-Hub-Signature-256} over the body, and a greeting. */
  WHATSAPP,
  /** Twilio's SMS: {@code X-Twilio-Signature} over the address and the fields of a form. */
  TWILIO,
  /** WeChat's official accounts: SHA-1 of token, time and nonce; the message enciphered or not. */
  WECHAT;

  /** This way of signing with the settings of a door. */
  public Signature signature(WebhookSettings hook, Clock clock) {
    return switch (this) {
      case HMAC ->
          new Hmac(hook.secret(), hook.signatureHeader(), hook.signed(), hook.times(clock));
      case TOKEN -> new Token(hook.secret(), hook.signatureHeader());
      case TELEGRAM -> new Token(hook.secret(), "X-Telegram-Bot-Api-Secret-Token");
      case WHATSAPP -> new WhatsApp(hook);
      case TWILIO -> new Twilio(hook.secret());
      case WECHAT -> new WeChat(hook.secret(), hook.encryptionKey(), hook.times(clock));
    };
  }
}
