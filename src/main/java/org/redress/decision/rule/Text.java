package org.redress.decision.rule;

/** Words for people, in both languages of the product. */
public record Text(String en, String zh) {

  /** The words in {@code language}; anything but {@code zh} is English. */
  public String in(String language) {
    return language.startsWith("zh") ? zh : en;
  }
}
