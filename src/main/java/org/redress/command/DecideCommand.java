package org.redress.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.redress.decision.Asking;
import org.redress.decision.finding.RuleBookBroken;
import org.redress.decision.rulebook.RuleBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code decide}: one complaint a line in, one decision a line out. */
@Command(name = "decide", description = "Decide each complaint of a JSON-lines file.")
class DecideCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--rules", defaultValue = "rules", description = "Folder of the rule book.")
  private Path rules;

  @Parameters(paramLabel = "FILE.jsonl")
  private Path file;

  private final JsonMapper json = JsonMapper.builder().build();

  @Override
  public Integer call() {
    var talk = spec.commandLine().getErr();
    var data = spec.commandLine().getOut();
    try {
      var book = RuleBook.load(rules);
      var good = new ComplaintLines(file, talk).forEach(line -> decide(book, line, data));
      data.flush();
      return good ? 0 : 1;
    } catch (RuleBookBroken | IOException e) {
      talk.println(e instanceof IOException ? "cannot read " + e.getMessage() : e.getMessage());
      return 1;
    }
  }

  private void decide(RuleBook book, DecideInput line, PrintWriter data) {
    var decision = Asking.decide(book, line.asCase(ZoneId.systemDefault()));
    data.println(json.writeValueAsString(DecideOutput.of(line.id(), decision)));
  }
}
