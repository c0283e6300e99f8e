package org.redress.intake.channel.guard;

import java.util.regex.Pattern;
import org.redress.text.Text;

/**
 * What may stand in a value of a route file. Camel reads values as its Simple language, as
 * placeholders and as bean references, and each of these can call Java; only forms that cannot are
 * let through.
 */
final class RouteText {

  /** Reads a value of the message or of the file; no path behind it, which would call methods. */
  private static final Pattern FUNCTION =
      Pattern.compile(
          "\\$\\{(body|header\\.[A-Za-z0-9_-]+|file:(name|onlyname|name\\.noext|ext)"
              + "|date:now:[A-Za-z0-9 .:_-]+|exception\\.message|exchangeId|routeId)}");

  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\{redress\\.[a-z0-9.-]+(:[A-Za-z0-9_./ -]*)?}}");

  private static final Pattern SECRET = Pattern.compile("password|secret|token");

  private RouteText() {}

  /** Refuses a value that could run code, read a file or show a secret. */
  static void check(RouteYaml value) {
    var text = value.text();
    if (text.startsWith("#") || text.startsWith("resource:") || text.startsWith("RAW")) {
      throw value.refuse(
          new Text("a value may not refer to beans, classes or resources", "值不能引用 bean、类或资源"),
          new Text("Write the value itself.", "请直接写出值。"));
    }
    if (FUNCTION.matcher(text).replaceAll("").contains("${")
        || text.contains("$simple{")
        || text.contains("$init{")) {
      throw value.refuse(
          new Text("only plain functions are allowed in ${…}", "${…} 中只允许简单函数"),
          new Text(
              "Use ${body}, ${header.NAME}, ${file:name}, ${date:now:yyyyMMdd},"
                  + " ${exception.message}, ${exchangeId} or ${routeId}, with nothing behind the name.",
              "请使用 ${body}、${header.NAME}、${file:name}、${date:now:yyyyMMdd}、"
                  + "${exception.message}、${exchangeId} 或 ${routeId}，名称后不带其他内容。"));
    }
    checkPlaceholders(value, text);
  }

  private static void checkPlaceholders(RouteYaml value, String text) {
    var rest = PLACEHOLDER.matcher(text).replaceAll("");
    boolean secret =
        PLACEHOLDER.matcher(text).results().anyMatch(found -> SECRET.matcher(found.group()).find());
    if (secret || rest.contains("{{")) {
      throw value.refuse(
          new Text(
              "only settings of Redress that are no secrets may stand in {{…}}",
              "{{…}} 中只能写 Redress 的非机密设置"),
          new Text(
              "Use {{redress.NAME}} or {{redress.NAME:default}}.",
              "请使用 {{redress.NAME}} 或 {{redress.NAME:默认值}}。"));
    }
  }
}
