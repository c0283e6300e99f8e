package org.redress.intake.channel.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

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
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

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
            "'%s' is not allowed in this file".formatted(entry.getKey()),
            "Use %s; error handling has its place in errors.camel.yaml.".formatted(kind));
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
          .refuse("'%s' is no id".formatted(id), "Use letters, digits, '-' and '_'.");
    }
    var steps = new RouteSteps(allowed);
    var source = from(entries.get("from"), steps);
    if (!steps.handOver()) {
      throw route.refuse(
          "route '%s' hands nothing over, so its messages would be lost".formatted(id),
          "End it with 'to: direct:intake'.");
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
          "a route may not read from '%s'".formatted(uri.text()),
          "Use mailbox:NAME, smtp:NAME, webhook:NAME, feed:NAME, sftp:NAME, kafka:TOPIC or"
              + " file:FOLDER; options go under 'parameters'.");
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
      throw lock.refuse("readLock '%s' is not allowed".formatted(lock.text()), "Use changed.");
    }
  }

  /** Without an id, which would make it count only for routes that name it. */
  private void configuration(RouteYaml configuration) {
    var entries = configuration.entries(Set.of("onException"), Set.of("description"));
    for (var item : entries.get("onException").items()) {
      var entry = item.only();
      if (!entry.getKey().equals("onException")) {
        throw item.refuse("'onException' is expected here", "Write '- onException:'.");
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
            "exception '%s' is not allowed".formatted(name.text()),
            "Use java.lang.Exception or one of Redress.");
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
