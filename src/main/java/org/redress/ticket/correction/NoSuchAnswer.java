package org.redress.ticket.correction;

import java.util.Collection;

/** A question of the rule book does not know an answer; the message names those it knows. */
public class NoSuchAnswer extends IllegalArgumentException {

  private final String question;

  NoSuchAnswer(String question, String answer, Collection<String> known) {
    super("%s cannot be '%s'; one of %s".formatted(question, answer, known));
    this.question = question;
  }

  /** The question that was answered. */
  public String question() {
    return question;
  }
}
