package org.redress.text;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;

/** What is wrong with JSON that cannot be read, and how it is written. */
public final class JsonMistake {

  private static final Text NO_JSON =
      new Text("This is not JSON, line %d, column %d: %s.", "这不是有效的 JSON，第 %d 行第 %d 列：%s。");
  private static final Text ENDS =
      new Text(
          "it ends before it is whole; look for a missing quote or bracket", "内容不完整，请检查是否缺少引号或括号");
  private static final Text OUT_OF_PLACE =
      new Text("%s does not belong here; look before it, too", "此处不应有 %s，也请检查其前面的内容");
  private static final Pattern WHAT =
      Pattern.compile("Unrecognized token ('[^']*')|Unexpected character \\(('.')");
  private static final Text NO_BASE64 =
      new Text(
          "The field '%s' is not Base64. Correct it, or take this file out.",
          "字段“%s”不是 Base64 编码。请更正，或去掉此文件。");
  private static final Text WRONG = new Text("The field '%s': '%s' is not %s.", "字段“%s”：“%s”不是%s。");
  private static final Text MISPLACED =
      new Text("The field '%s': here belongs %s.", "字段“%s”：此处应为%s。");
  private static final Text UNREADABLE =
      new Text("The field '%s' cannot be read: %s.", "字段“%s”无法读取：%s。");
  private static final Text NUMBER = new Text("a number", "数字");
  private static final Text NESTED =
      new Text("an object or a list as the documentation shows it", "文档所示的对象或列表");
  private static final Map<Class<?>, Text> KINDS =
      Map.of(
          LocalDate.class,
          new Text("a date, such as 2026-12-31", "日期，例如 2026-12-31"),
          Instant.class,
          new Text("a time, such as 2026-12-31T09:30:00Z", "时间，例如 2026-12-31T09:30:00Z"),
          String.class,
          new Text("a text in quotes", "带引号的文本"),
          Boolean.class,
          new Text("true or false", "true 或 false"),
          boolean.class,
          new Text("true or false", "true 或 false"));

  private JsonMistake() {}

  /** Names the field, entries of lists counted from 1, or the line and column, both from 1. */
  public static Text of(JacksonException e) {
    if (e instanceof DatabindException field) {
      return inField(path(field), field);
    }
    var at = e.getLocation();
    return NO_JSON.formatted(
        at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr(), why(e));
  }

  /** In plain words where they are known; the parser's own are the last resort. */
  private static Text why(JacksonException e) {
    if (e instanceof UnexpectedEndOfInputException) {
      return ENDS;
    }
    var what = WHAT.matcher(firstLine(e));
    if (!what.find()) {
      return Text.alike(firstLine(e));
    }
    return OUT_OF_PLACE.formatted(what.group(1) == null ? what.group(2) : what.group(1));
  }

  private static Text inField(String path, DatabindException e) {
    if (e instanceof InvalidFormatException wrong) {
      return wrong.getTargetType() == byte[].class
          ? NO_BASE64.formatted(path)
          : WRONG.formatted(path, wrong.getValue(), kind(wrong.getTargetType()));
    }
    return e instanceof MismatchedInputException other && other.getTargetType() != null
        ? MISPLACED.formatted(path, kind(other.getTargetType()))
        : UNREADABLE.formatted(path, firstLine(e));
  }

  private static String path(DatabindException e) {
    return e.getPath().stream()
        .map(
            step ->
                step.getPropertyName() == null
                    ? "[" + (step.getIndex() + 1) + "]"
                    : "." + step.getPropertyName())
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }

  private static Text kind(Class<?> type) {
    var isNumber = Number.class.isAssignableFrom(type) || type.isPrimitive();
    return KINDS.getOrDefault(type, isNumber ? NUMBER : NESTED);
  }

  private static String firstLine(JacksonException e) {
    return e.getOriginalMessage()
        .lines()
        .findFirst()
        .orElse("unreadable")
        .replaceAll(" \\(start marker.*", "");
  }
}
