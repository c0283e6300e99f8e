package org.redress.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.redress.decision.backtest.Change;
import org.redress.decision.backtest.Outcome;
import org.redress.decision.backtest.Redeciding;
import org.redress.decision.backtest.Tally;
import org.redress.decision.finding.RuleBookBroken;
import org.redress.decision.rulebook.RuleBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code rules backtest}: what one rule book decides differently from another. */
@Command(
    name = "backtest",
    description = "Decides each complaint by two rule books and prints the difference.")
class BackTestCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--old", defaultValue = "rules", paramLabel = "DIR", description = "in force now")
  private Path oldFolder;

  @Option(names = "--new", required = true, paramLabel = "DIR", description = "to be tried")
  private Path newFolder;

  @Option(names = "--json", description = "prints the whole outcome as JSON")
  private boolean asJson;

  @Parameters(paramLabel = "FILE.jsonl")
  private Path file;

  @Override
  public Integer call() {
    var talk = spec.commandLine().getErr();
    try {
      var redeciding = new Redeciding(load(oldFolder), load(newFolder));
      var tally = new Tally(redeciding.after());
      var good =
          new ComplaintLines(file, talk)
              .forEach(
                  line ->
                      tally.add(
                          String.valueOf(line.id()),
                          redeciding.decide(line.asCase(ZoneId.systemDefault()))));
      print(tally.outcome(), spec.commandLine().getOut());
      return good ? 0 : 1;
    } catch (RuleBookBroken | IOException e) {
      talk.println(e instanceof IOException ? "cannot read " + e.getMessage() : e.getMessage());
      return 1;
    }
  }

  private static RuleBook load(Path folder) {
    return RuleBook.load(folder);
  }

  private void print(Outcome outcome, PrintWriter data) {
    if (asJson) {
      data.println(JsonMapper.builder().build().writeValueAsString(outcome));
    } else {
      printTable(outcome, data);
    }
    data.flush();
  }

  private static void printTable(Outcome outcome, PrintWriter data) {
    data.printf(
        "%d of %d complaints are decided differently; offers %s -> %s%n",
        outcome.changed(), outcome.total(), outcome.moneyBefore(), outcome.moneyAfter());
    outcome.byQuestion().forEach((question, count) -> data.printf("%-14s %d%n", question, count));
    outcome
        .moves()
        .forEach(
            (question, moves) ->
                moves.forEach(
                    m ->
                        data.printf(
                            "%s: %s -> %s  %d%n",
                            question, orNone(m.from()), orNone(m.to()), m.count())));
    outcome
        .different()
        .forEach(d -> d.changes().forEach(change -> data.println(line(d.id(), change))));
  }

  private static String orNone(String answer) {
    return answer.isEmpty() ? "-" : answer;
  }

  private static String line(String id, Change change) {
    return "%s: %s %s -> %s (%s -> %s)"
        .formatted(
            id,
            change.question(),
            change.before(),
            change.after(),
            String.join("; ", change.rulesBefore()),
            String.join("; ", change.rulesAfter()));
  }
}
