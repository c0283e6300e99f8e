package org.redress.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.access.Staff;
import org.redress.calendar.Calendars;
import org.redress.calendar.InvalidCalendar;
import org.redress.deadline.clock.SiteNames;
import org.redress.decision.ExampleRun;
import org.redress.decision.check.BookCheck;
import org.redress.decision.finding.Finding;
import org.redress.decision.finding.RuleBookBroken;
import org.redress.decision.rulebook.RuleBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code rules check} and {@code rules test}: looks at a rule book without starting the service.
 */
@Command(
    name = "rules",
    description = "Check and test a rule book.",
    subcommands = BackTestCommand.class)
class RulesCommand {

  private static final int GOOD = 0;
  private static final int BAD = 1;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Spec private CommandSpec spec;

  /** A finding as {@code --json} prints it. */
  private record Line(
      String severity,
      String kind,
      String file,
      int row,
      @Nullable String column,
      String what,
      String remedy) {

    static Line of(Finding finding) {
      return new Line(
          lower(finding.severity()),
          lower(finding.kind()),
          finding.file(),
          finding.row(),
          finding.column(),
          finding.what().en(),
          finding.remedy().en());
    }
  }

  @Command(description = "Every error, warning and hint as file:row:column: what. how to mend.")
  int check(
      @Parameters(arity = "0..1", defaultValue = "rules", paramLabel = "DIR") Path folder,
      @Option(
              names = "--site",
              paramLabel = "DIR",
              defaultValue = "config",
              description =
                  "Teams and calendars that the rules may name; default: ${DEFAULT-VALUE}, if there.")
          Path site,
      @Option(names = "--json", description = "Print a JSON array.") boolean json) {
    try {
      var book = RuleBook.load(folder);
      var findings = new ArrayList<>(BookCheck.of(book, ExampleRun.of(book), LocalDate.now()));
      if (Files.exists(site.resolve("teams.yml"))) {
        findings.addAll(names(site).check(book.contents()));
      }
      print(findings, json);
      talk()
          .println(
              "%s: version %s, %d questions, %d rules, %d examples, %s"
                  .formatted(
                      folder,
                      book.version(),
                      book.questions().size(),
                      book.rules().size(),
                      book.examples().size(),
                      counts(findings)));
      return GOOD;
    } catch (RuleBookBroken broken) {
      print(broken.findings(), json);
      talk().println("%s: not usable, %s".formatted(folder, counts(broken.findings())));
      return BAD;
    } catch (InvalidCalendar | IllegalStateException broken) {
      talk().println(broken.getMessage());
      return BAD;
    }
  }

  private static SiteNames names(Path site) {
    return SiteNames.of(
        Staff.read(site.resolve("teams.yml")), Calendars.load(site.resolve("calendars")));
  }

  private static String counts(List<Finding> findings) {
    return Arrays.stream(Finding.Severity.values())
        .map(severity -> count(findings, severity))
        .collect(Collectors.joining(", "));
  }

  private static String count(List<Finding> findings, Finding.Severity severity) {
    var count = findings.stream().filter(finding -> finding.severity() == severity).count();
    return "%d %s%s".formatted(count, lower(severity), count == 1 ? "" : "s");
  }

  private static String lower(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }

  @Command(description = "Decides every example and prints those that come out differently.")
  int test(@Parameters(arity = "0..1", defaultValue = "rules", paramLabel = "DIR") Path folder) {
    RuleBook book;
    try {
      book = RuleBook.load(folder);
    } catch (RuleBookBroken broken) {
      print(broken.findings().stream().filter(Finding::isError).toList(), false);
      talk().println("%s: not usable".formatted(folder));
      return BAD;
    }
    var results = ExampleRun.of(book);
    var failed = results.stream().filter(result -> !result.holds()).toList();
    failed.forEach(result -> data().println(result.describe()));
    talk().println("%d examples, %d failed".formatted(results.size(), failed.size()));
    return failed.isEmpty() ? GOOD : BAD;
  }

  private void print(List<Finding> findings, boolean json) {
    if (json) {
      data().println(JSON.writeValueAsString(findings.stream().map(Line::of).toList()));
    } else {
      findings.forEach(data()::println);
    }
  }

  private PrintWriter data() {
    return spec.commandLine().getOut();
  }

  private PrintWriter talk() {
    return spec.commandLine().getErr();
  }
}
