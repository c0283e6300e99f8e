package org.redress.desk.insight;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a chart shows; the same goes into the table beside it.
 *
 * @param keys what a link puts in place of {@code KEY}, one for each label
 */
record Chart(List<String> labels, List<String> keys, List<Series> series) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** As the script of the page reads it, for an attribute of its element. */
  public String json() {
    return JSON.writeValueAsString(this);
  }

  /** How a series is drawn. */
  enum Form {
    BAR,
    /** A share of a hundred, on an axis of its own. */
    LINE
  }

  /**
   * One row of figures.
   *
   * @param marks the places of unusual figures
   * @param link where a figure leads
   */
  record Series(
      String name, Form form, List<Long> values, List<Integer> marks, @Nullable String link) {}
}
