package org.redress.table;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.text.Text;

/**
 * The text of a cell. A spreadsheet program would take what begins with {@code = + - @} for a
 * formula, so such a cell is written with an apostrophe before it, which is taken off in reading.
 */
final class CellText {

  private static final Pattern LIKE_FORMULA = Pattern.compile("(?s)'*[=+\\-@\\t\\r].*");
  private static final Pattern PROTECTED = Pattern.compile("(?s)'+[=+\\-@\\t\\r].*");
  private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?");
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\uFFFE\\uFFFF&&[^\\n\\t\\r]]");

  private CellText() {}

  static String read(String written) {
    var text = LINE_ENDS.matcher(written).replaceAll("\n").strip();
    return PROTECTED.matcher(text).matches() ? text.substring(1) : text;
  }

  static String write(String text) {
    return LIKE_FORMULA.matcher(text).matches() ? "'" + text : text;
  }

  /** What keeps a cell from being used, if anything. */
  static Table.@Nullable Mistake mistake(int line, String column, String text) {
    if (text.length() > Table.LONGEST_CELL) {
      return new Table.Mistake(
          line,
          column,
          new Text("this cell has %d characters, more than %d", "此单元格有 %d 个字符，超过了 %d 个")
              .formatted(text.length(), Table.LONGEST_CELL),
          new Text("Shorten it.", "请缩短内容。"));
    }
    return INVISIBLE.matcher(text).find()
        ? new Table.Mistake(
            line,
            column,
            new Text("this cell holds an invisible control character", "此单元格含有看不见的控制字符"),
            new Text("Type the cell anew.", "请重新输入此单元格。"))
        : null;
  }
}
