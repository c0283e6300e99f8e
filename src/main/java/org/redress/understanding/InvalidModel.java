package org.redress.understanding;

import org.redress.text.Text;

/** A file that is no model that can be used. */
public final class InvalidModel extends RuntimeException {

  private final transient Text what;
  private final transient Text remedy;

  InvalidModel(Text what, Text remedy) {
    super(what.en() + ". " + remedy.en());
    this.what = what;
    this.remedy = remedy;
  }

  /** What is wrong with it. */
  public Text what() {
    return what;
  }

  /** How to mend it. */
  public Text remedy() {
    return remedy;
  }
}
