package org.redress.intake.channel.guard;

import org.redress.text.Text;

/** A route file that may not be loaded: where, why, and how to mend it. */
public final class RefusedRoute extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Text reason;

  /**
   * Refuses.
   *
   * @param place the file, with line and column where known
   */
  public RefusedRoute(String place, Text what, Text remedy) {
    this(
        new Text(
            "%s: %s %s".formatted(place, ended(what.en(), "."), remedy.en()),
            "%s：%s%s".formatted(place, ended(what.zh(), "。"), remedy.zh())));
  }

  private RefusedRoute(Text reason) {
    super(reason.en());
    this.reason = reason;
  }

  private static String ended(String sentence, String stop) {
    return sentence.matches("(?s).*[?？]") ? sentence : sentence + stop;
  }

  /** All of it, for people. */
  public Text reason() {
    return reason;
  }
}
