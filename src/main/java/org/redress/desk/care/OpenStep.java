package org.redress.desk.care;

import java.util.List;
import org.redress.text.Text;

/**
 * A step that may be done now, ready to be shown.
 *
 * @param say words that help, the most fitting first
 * @param note the label of the free text
 */
record OpenStep(String key, Text task, List<Text> say, List<Input> inputs, Text note) {

  /**
   * Something to write down.
   *
   * @param several whether more than one choice may be picked
   * @param choices none means a line of text
   * @param chosen what is picked already
   */
  record Input(
      String name,
      Text label,
      boolean several,
      boolean required,
      List<Choice> choices,
      List<String> chosen) {}

  /** Something that may be picked. */
  record Choice(String value, Text label) {}
}
