package org.redress.desk.form;

import org.jspecify.annotations.Nullable;
import org.redress.text.Text;

/**
 * What somebody may mend in a form.
 *
 * @param key of the message that is said
 * @param own the form's own sentence, which is said instead unless it is empty
 */
record Mistake(String key, String own) {

  static Mistake of(String key, @Nullable Text own, String language) {
    return new Mistake(key, own == null ? "" : own.in(language));
  }
}
