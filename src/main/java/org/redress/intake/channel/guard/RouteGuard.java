package org.redress.intake.channel.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.redress.text.Text;

/**
 * Reads a route file and lets through a closed set of entries, steps, endpoints and options. A
 * route could otherwise run Java, read any file or swallow messages; what is not listed here is
 * refused with its line.
 */
public final class RouteGuard {

  private static final Set<String> FILE_OPTIONS =
      Set.of(
          "include",
          "exclude",
          "antInclude",
          "recursive",
          "delay",
          "initialDelay",
          "autoCreate",
          "maxMessagesPerPoll",
          "readLock",
          "readLockCheckInterval",
          "readLockTimeout",
          "readLockMinAge",
          "readLockMinLength",
          "move",
          "moveFailed");
  private static final Set<String> REDELIVERY_OPTIONS =
      Set.of(
          "maximumRedeliveries",
          "redeliveryDelay",
          "maximumRedeliveryDelay",
          "backOffMultiplier",
          "useExponentialBackOff",
          "logStackTrace",
          "logExhausted",
          "logRetryAttempted",
          "retryAttemptedLogLevel",
          "retriesExhaustedLogLevel");

  private static final Pattern SOURCE =
      Pattern.compile(
          "(mailbox|smtp|direct|webhook|feed|sftp):[A-Za-z0-9_-]+|kafka:[A-Za-z0-9._-]+|file:[^?]+");
  private static final Pattern EXCEPTION =
      Pattern.compile(
          "java\\.lang\\.(Throwable|Exception)|java\\.io\\.IOException|org\\.redress\\.[A-Za-z.]+");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,59}");

  /** A route of a file, what it reads from, and where it stands in the file. */
  public record Outline(String id, String description, String source, String place) {}

  private final Allowed allowed;

  /** A guard that lets through what the operator allows, too. */
  public RouteGuard(Allowed allowed) {
    this.allowed = allowed;
  }

  /** Whether a file is the one whose error handling all routes share. */
  public static boolean isShared(String file) {
    return file.endsWith("/errors.camel.yaml");
  }

  /** The routes of a file that may be loaded; any other file is refused with the first reason. */
  public List<Outline> check(String file, String text) {
    var yaml = RouteYaml.read(file, text);
    requirePlain(yaml);
    var kind = isShared(file) ? "routeConfiguration" : "route";
    var routes = new ArrayList<Outline>();
    for (var item : yaml.items()) {
      var entry = item.only();
      if (!entry.getKey().equals(kind)) {
        throw item.refuse(
            new Text("'%s' is not allowed in this file", "此文件中不允许“%s”").formatted(entry.getKey()),
            new Text(
                    "Use %s; error handling has its place in errors.camel.yaml.",
                    "请使用 %s；错误处理应写在 errors.camel.yaml 中。")
                .formatted(kind));
      }
      if (isShared(file)) {
        configuration(entry.getValue());
      } else {
        routes.add(route(entry.getValue()));
      }
    }
    return routes;
  }

  private static void requirePlain(RouteYaml yaml) {
    yaml.requirePlain();
    if (yaml.isText()) {
      RouteText.check(yaml);
    } else if (yaml.isList()) {
      yaml.items().forEach(RouteGuard::requirePlain);
    } else {
      yaml.entries().values().forEach(RouteGuard::requirePlain);
    }
  }

  private Outline route(RouteYaml route) {
    var entries = route.entries(Set.of("id", "description", "from"), Set.of());
    var id = entries.get("id").text();
    if (!NAME.matcher(id).matches()) {
      throw entries
          .get("id")
          .refuse(
              new Text("'%s' is no id", "“%s”不是有效的 id").formatted(id),
              new Text(
                  "Use letters, digits, '-' and '_', at most 60.", "请使用字母、数字、“-”和“_”，最多 60 个。"));
    }
    var steps = new RouteSteps(allowed);
    var source = from(entries.get("from"), steps);
    if (!steps.handOver()) {
      throw route.refuse(
          new Text(
                  "route '%s' hands nothing over, so its messages would be lost",
                  "渠道“%s”没有交出任何消息，消息将会丢失")
              .formatted(id),
          new Text("End it with 'to: direct:intake'.", "请以“to: direct:intake”结尾。"));
    }
    return new Outline(id, entries.get("description").text(), source, route.place());
  }

  private String from(RouteYaml from, RouteSteps steps) {
    var entries = from.entries(Set.of("uri", "steps"), Set.of("parameters", "id", "description"));
    var uri = entries.get("uri");
    if (allowed.component(uri.text())) {
      steps.check(entries.get("steps"));
      return uri.text();
    }
    if (!SOURCE.matcher(uri.text()).matches() || uri.text().equals("direct:intake")) {
      throw uri.refuse(
          new Text("a route may not read from '%s'", "渠道不能从“%s”读取").formatted(uri.text()),
          new Text(
              "Use mailbox:NAME, smtp:NAME, webhook:NAME, feed:NAME, sftp:NAME, kafka:TOPIC or"
                  + " file:FOLDER; options go under 'parameters'.",
              "请使用 mailbox:NAME、smtp:NAME、webhook:NAME、feed:NAME、sftp:NAME、kafka:TOPIC 或"
                  + " file:FOLDER；选项写在“parameters”下。"));
    }
    if (entries.containsKey("parameters")) {
      options(
          entries.get("parameters"),
          uri.text().matches("(file|sftp):.*") ? FILE_OPTIONS : Set.of());
    }
    steps.check(entries.get("steps"));
    return uri.text();
  }

  private static void options(RouteYaml options, Set<String> allowed) {
    var entries = options.entries(Set.of(), allowed);
    var lock = entries.get("readLock");
    if (lock != null && !Set.of("changed", "rename", "markerFile").contains(lock.text())) {
      throw lock.refuse(
          new Text("readLock '%s' is not allowed", "不允许 readLock“%s”").formatted(lock.text()),
          new Text("Use changed.", "请使用 changed。"));
    }
  }

  /** Without an id, which would make it count only for routes that name it. */
  private void configuration(RouteYaml configuration) {
    var entries = configuration.entries(Set.of("onException"), Set.of("description"));
    for (var item : entries.get("onException").items()) {
      var entry = item.only();
      if (!entry.getKey().equals("onException")) {
        throw item.refuse(
            new Text("'onException' is expected here", "此处应为“onException”"),
            new Text("Write '- onException:'.", "请写“- onException:”。"));
      }
      onException(entry.getValue());
    }
  }

  /** Without 'handled' or 'continued': a message counts as received only when it was taken. */
  private void onException(RouteYaml onException) {
    var entries =
        onException.entries(
            Set.of("exception"), Set.of("redeliveryPolicy", "steps", "id", "description"));
    for (var name : entries.get("exception").items()) {
      if (!EXCEPTION.matcher(name.text()).matches()) {
        throw name.refuse(
            new Text("exception '%s' is not allowed", "不允许异常“%s”").formatted(name.text()),
            new Text(
                "Use java.lang.Exception or one of Redress.",
                "请使用 java.lang.Exception 或 Redress 自己的异常。"));
      }
    }
    if (entries.containsKey("redeliveryPolicy")) {
      entries.get("redeliveryPolicy").entries(Set.of(), REDELIVERY_OPTIONS);
    }
    if (entries.containsKey("steps")) {
      new RouteSteps(allowed).check(entries.get("steps"));
    }
  }
}
