package org.redress.intake.channel.guard;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.redress.intake.message.MessagesComponent;
import org.redress.text.Text;

/** Lets through the steps that a route may consist of, and notes whether it hands over. */
final class RouteSteps {

  /** Beans a route may call; each takes the message and does one thing to it. */
  private static final Set<String> BEANS = new TreeSet<>(Set.of("callNotes", "callRecords"));

  private static final Set<String> NAMED = Set.of("id", "description");
  private static final Set<String> TO_OPTIONS = Set.of("parameters", "id", "description");
  private static final Set<String> STEPS =
      new TreeSet<>(
          Set.of("to", "bean", "log", "setHeader", "setBody", "split", "filter", "choice"));

  private static final Text ONE_OF = new Text("Use one of: %s.", "请使用其中之一：%s。");
  private static final Pattern TARGET = Pattern.compile("direct:intake|log:[A-Za-z0-9_.-]+");
  private static final Pattern MAPPING = Pattern.compile("messages:(json|form|xml|csv)");
  private static final Pattern HEADER = Pattern.compile("(?!(?i)Camel)[A-Za-z0-9][A-Za-z0-9_-]*");

  private final Allowed allowed;
  private boolean handOver;

  RouteSteps(Allowed allowed) {
    this.allowed = allowed;
  }

  /** Whether some step seen so far gives messages to the intake. */
  boolean handOver() {
    return handOver;
  }

  /** Checks a list of steps and the steps inside them. */
  void check(RouteYaml steps) {
    for (var step : steps.items()) {
      var entry = step.only();
      step(step, entry.getKey(), entry.getValue());
    }
  }

  private void step(RouteYaml step, String name, RouteYaml value) {
    switch (name) {
      case "to" -> to(value);
      case "bean" -> bean(value);
      case "log" -> log(value);
      case "setHeader" -> setHeader(value);
      case "setBody" -> expression(value, Set.of(), Set.of());
      case "split" ->
          check(expression(value, Set.of("steps"), Set.of("streaming", "stopOnException")));
      case "filter" -> check(expression(value, Set.of("steps"), Set.of()));
      case "choice" -> choice(value);
      default -> other(step, name);
    }
  }

  private void other(RouteYaml step, String name) {
    if (!allowed.steps().contains(name)) {
      throw step.refuse(
          new Text("step '%s' is not allowed in a route file", "渠道文件中不允许步骤“%s”").formatted(name),
          ONE_OF.formatted(String.join(", ", STEPS)));
    }
  }

  private void to(RouteYaml to) {
    var uri = to.isText() ? to : to.entries(Set.of("uri"), TO_OPTIONS).get("uri");
    if (MAPPING.matcher(uri.text()).matches()) {
      mapping(to);
      return;
    }
    if (!TARGET.matcher(uri.text()).matches() && !allowed.component(uri.text())) {
      throw uri.refuse(
          new Text("a route may not send to '%s'", "渠道不能发送到“%s”").formatted(uri.text()),
          ONE_OF.formatted(
              "direct:intake, messages:json, messages:form, messages:xml, messages:csv, log:NAME"));
    }
    if (!to.isText()) {
      to.entries(Set.of("uri"), NAMED);
    }
    handOver |= uri.text().equals("direct:intake");
  }

  /** Its parameters say where to look in a message and can do nothing else. */
  private static void mapping(RouteYaml to) {
    var step = to.entries(Set.of("uri", "parameters"), NAMED);
    step.get("parameters").entries(Set.of("text"), MessagesComponent.PARAMETERS);
  }

  private void bean(RouteYaml bean) {
    var ref = bean.entries(Set.of("ref"), NAMED).get("ref");
    if (!BEANS.contains(ref.text()) && !allowed.beans().contains(ref.text())) {
      throw ref.refuse(
          new Text("bean '%s' may not be called from a route file", "渠道文件不能调用 bean“%s”")
              .formatted(ref.text()),
          ONE_OF.formatted(String.join(", ", BEANS)));
    }
    handOver |= BEANS.contains(ref.text());
  }

  private static void log(RouteYaml log) {
    if (!log.isText()) {
      log.entries(Set.of("message"), Set.of("loggingLevel", "logName", "id", "description"));
    }
  }

  private static void setHeader(RouteYaml header) {
    expression(header, Set.of("name"), Set.of());
    var name = header.entries().get("name");
    if (!HEADER.matcher(name.text()).matches()) {
      throw name.refuse(
          new Text("header '%s' may not be set", "不能设置 header“%s”").formatted(name.text()),
          new Text(
              "Use letters, digits, '-' and '_', not beginning with Camel.",
              "请使用字母、数字、“-”和“_”，且不以 Camel 开头。"));
    }
  }

  private void choice(RouteYaml choice) {
    var entries = choice.entries(Set.of("when"), Set.of("otherwise", "id", "description"));
    for (var when : entries.get("when").items()) {
      check(expression(when, Set.of("steps"), Set.of()));
    }
    if (entries.containsKey("otherwise")) {
      check(entries.get("otherwise").entries(Set.of("steps"), NAMED).get("steps"));
    }
  }

  /** Checks a step that has an expression, and returns its inner steps, or itself without them. */
  private static RouteYaml expression(RouteYaml step, Set<String> required, Set<String> allowed) {
    var known = new TreeSet<>(allowed);
    known.addAll(Set.of("simple", "constant", "tokenize", "id", "description"));
    var entries = step.entries(required, known);
    var languages = new TreeSet<>(Set.of("simple", "constant", "tokenize"));
    languages.retainAll(entries.keySet());
    if (languages.size() != 1) {
      throw step.refuse(
          new Text("one expression is needed here", "此处需要一个表达式"),
          new Text("Add either 'simple' or 'constant'.", "请添加“simple”或“constant”。"));
    }
    language(languages.first(), entries);
    return entries.getOrDefault("steps", step);
  }

  private static void language(String name, Map<String, RouteYaml> entries) {
    var expression = entries.get(name);
    if (!expression.isText()) {
      var key = name.equals("tokenize") ? "token" : "expression";
      expression.entries(Set.of(key), Set.of()).get(key).text();
    }
  }
}
