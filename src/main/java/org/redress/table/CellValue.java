package org.redress.table;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;
import org.redress.text.Text;

/** The text that a cell of a sheet stands for: what its owner typed, as far as the sheet knows. */
final class CellValue {

  /** How a workbook writes a character that its XML cannot hold. */
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private static final Pattern NOT_A_UNIT = Pattern.compile("\"[^\"]*+\"|\\[[^\\]]*+\\]|\\\\.");
  private static final Pattern DATE_PART = Pattern.compile("[ymdhs年月日]", Pattern.CASE_INSENSITIVE);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter BOTH = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  /** A cell whose text cannot be told. */
  static final class NotPlain extends Exception {

    private final transient Text what;
    private final transient Text remedy;

    NotPlain(Text what, Text remedy) {
      super(what.en());
      this.what = what;
      this.remedy = remedy;
    }

    Text what() {
      return what;
    }

    Text remedy() {
      return remedy;
    }
  }

  private static final Text TYPE_IT = new Text("Type what is meant.", "请直接输入想要的内容。");

  private CellValue() {}

  static boolean isFilled(@Nullable Cell cell) {
    return cell != null
        && cell.getType() != CellType.EMPTY
        && (cell.getType() != CellType.STRING || !cell.asString().isBlank());
  }

  static String text(Cell cell) throws NotPlain {
    return switch (cell.getType()) {
      case STRING -> unescaped(cell.asString());
      case BOOLEAN -> cell.asBoolean() ? "TRUE" : "FALSE";
      case NUMBER -> number(cell);
      case FORMULA ->
          throw new NotPlain(
              new Text("holds a formula", "含有公式"),
              new Text(
                  "Put its value there: copy the cell and paste it as a value.",
                  "请只留下它的值：复制此单元格，再选择性粘贴为数值。"));
      case ERROR ->
          throw new NotPlain(
              new Text("holds the error %s", "含有错误值 %s").formatted(cell.getRawValue()), TYPE_IT);
      case EMPTY -> "";
    };
  }

  private static String unescaped(String text) {
    return ESCAPED
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(found.group(1), 16))));
  }

  private static String number(Cell cell) throws NotPlain {
    var format = cell.getDataFormatString() == null ? "" : cell.getDataFormatString();
    var units = NOT_A_UNIT.matcher(format).replaceAll("");
    if (units.contains("%")) {
      throw new NotPlain(
          new Text("is a percentage", "是百分比"),
          new Text(
              "Format the cell as text and write the number without the sign.",
              "请把单元格设为文本格式，并写成不带百分号的数字。"));
    }
    var number = Double.parseDouble(cell.getRawValue());
    if (!Double.isFinite(number)) {
      throw new NotPlain(new Text("holds a number that is too large", "含有过大的数字"), TYPE_IT);
    }
    var isDate = !format.equalsIgnoreCase("General") && DATE_PART.matcher(units).find();
    return isDate
        ? date(cell, number)
        : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private static String date(Cell cell, double days) throws NotPlain {
    try {
      var date = cell.asDate();
      if (days < 1) {
        return TIME.format(date);
      }
      return date.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? date.toLocalDate().toString()
          : BOTH.format(date);
    } catch (RuntimeException e) {
      throw new NotPlain(
          new Text("holds no date that exists", "含有不存在的日期"),
          new Text("Write it like 2026-11-30.", "请写成 2026-11-30 这样。"));
    }
  }
}
