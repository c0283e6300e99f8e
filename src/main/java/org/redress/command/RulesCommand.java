package org.redress.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.redress.decision.ExampleRun;
import org.redress.decision.file.RuleBookBroken;
import org.redress.decision.finding.Finding;
import org.redress.decision.rulebook.RuleBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

  @Spec private CommandSpec spec;

  @Command(description = "Every error and warning as file:row:column: what. how to mend.")
  int check(@Parameters(arity = "0..1", defaultValue = "rules", paramLabel = "DIR") Path folder) {
    var book = load(folder, true);
    book.ifPresent(
        good -> {
          print(good.warnings());
          talk()
              .println(
                  "%s: version %s, %d questions, %d rules, %d examples, %d warnings"
                      .formatted(
                          folder,
                          good.version(),
                          good.questions().size(),
                          good.rules().size(),
                          good.examples().size(),
                          good.warnings().size()));
        });
    return book.isPresent() ? GOOD : BAD;
  }

  @Command(description = "Decides every example and prints those that come out differently.")
  int test(@Parameters(arity = "0..1", defaultValue = "rules", paramLabel = "DIR") Path folder) {
    var book = load(folder, false);
    if (book.isEmpty()) {
      return BAD;
    }
    var results = ExampleRun.of(book.get());
    var failed = results.stream().filter(result -> !result.holds()).toList();
    failed.forEach(result -> data().println(result.describe()));
    talk().println("%d examples, %d failed".formatted(results.size(), failed.size()));
    return failed.isEmpty() ? GOOD : BAD;
  }

  private Optional<RuleBook> load(Path folder, boolean withWarnings) {
    try {
      return Optional.of(RuleBook.load(folder));
    } catch (RuleBookBroken broken) {
      print(broken.findings().stream().filter(f -> withWarnings || f.isError()).toList());
      talk().println("%s: not usable".formatted(folder));
      return Optional.empty();
    }
  }

  private void print(List<Finding> findings) {
    findings.forEach(data()::println);
  }

  private PrintWriter data() {
    return spec.commandLine().getOut();
  }

  private PrintWriter talk() {
    return spec.commandLine().getErr();
  }
}
