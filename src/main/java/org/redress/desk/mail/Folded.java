package org.redress.desk.mail;

import org.redress.intake.mail.text.ReplyText;

/**
 * A text in two: what the customer wrote newly, and what was quoted below it.
 *
 * @param rest may be empty
 */
public record Folded(String own, String rest) {

  /** Folds the history away where it follows the sender's own words. */
  public static Folded of(String text) {
    var own = ReplyText.of(text);
    var bare = text.strip();
    return !own.isBlank() && bare.startsWith(own)
        ? new Folded(own, bare.substring(own.length()).strip())
        : new Folded(text, "");
  }
}
